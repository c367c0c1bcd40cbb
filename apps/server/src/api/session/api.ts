import type { z } from '@hono/zod-openapi';
import { isSecureRequest } from '../../access/is-secure-request.js';
import { openKeySession, openLocalSession } from '../../access/open-session.js';
import { deleteSessionCookie } from '../../access/session-cookie.js';
import { tryKey } from '../../access/try-key.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';
import type { SessionBody } from './schema.js';

function bodyOf({ role, annotator, csrf }: Caller, services: Services): z.infer<typeof SessionBody> {
  const { access, version, conversations } = services;
  const person = annotator && { id: annotator.id, pseudonym: annotator.pseudonym };
  return {
    role,
    annotator: person,
    csrf,
    local: access.isLocal,
    freeMode: conversations.versionIds.length >= 2,
    version,
  };
}

/** Who the browser is. */
export function sessionApi(services: Services) {
  return newApi()
    .openapi(routes.getSession, async (c) => {
      const known = c.get('caller');
      const caller = known.role === null && services.access.isLocal ? await openLocalSession(c, services) : known;
      return c.json(bodyOf(caller, services), 200);
    })
    .openapi(routes.createSession, async (c) => {
      const { key: secret } = c.req.valid('json');
      const key = await tryKey(secret, c.get('address'), services);
      const { sessionHash } = c.get('caller');
      if (sessionHash !== null) await services.store.deleteSession(sessionHash);
      return c.json(bodyOf(await openKeySession(c, key, services), services), 200);
    })
    .openapi(routes.deleteSession, async (c) => {
      const { sessionHash } = c.get('caller');
      if (sessionHash !== null) await services.store.deleteSession(sessionHash);
      deleteSessionCookie(c, { isSecure: isSecureRequest(c, services.access) });
      return c.json({ done: true } as const, 200);
    });
}
