import type { AccessKey } from '@understudy/store';
import { issueKey } from '../../access/issue-key.js';
import { audit } from '../../audit.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

const DAY_MS = 86_400_000;

/** A key as admins see it: without its hash. */
function shownKey(key: AccessKey): Omit<AccessKey, 'hash'> {
  const { id, role, label, annotatorId, createdAt, expiresAt, revokedAt } = key;
  return { id, role, label, annotatorId, createdAt, expiresAt, revokedAt };
}

/** Keys, invitations and the audit log. */
export function keysApi(services: Services) {
  const { store, now } = services;
  return newApi()
    .openapi(routes.listKeys, async (c) => c.json({ keys: (await store.listKeys()).map(shownKey) }, 200))
    .openapi(routes.createKey, async (c) => {
      const { role, label, expiresInDays } = c.req.valid('json');
      const createdAt = now();
      const expiresAt = expiresInDays === null ? null : createdAt + expiresInDays * DAY_MS;
      const { key, secret } = await issueKey(store, { role, label, annotatorId: null, createdAt, expiresAt });
      await audit(services, c.get('caller'), { action: 'key-create', target: key.id, details: { role, label } });
      return c.json({ key: shownKey(key), secret }, 200);
    })
    .openapi(routes.revokeKey, async (c) => {
      const { id } = c.req.valid('param');
      await store.revokeKey(id, now());
      await audit(services, c.get('caller'), { action: 'key-revoke', target: id });
      return c.json({ done: true } as const, 200);
    })
    .openapi(routes.listAudit, async (c) => c.json({ entries: await store.audit(c.req.valid('query')) }, 200));
}
