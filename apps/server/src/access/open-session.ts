import type { AccessKey, Annotator } from '@understudy/store';
import type { Context } from 'hono';
import type { ApiEnv, Caller } from '../api/api-env.js';
import type { Services } from '../services.js';
import { annotatorOfKey } from './annotator-of-key.js';
import { csrfToken } from './csrf.js';
import { ensureAnnotator } from './ensure-annotator.js';
import { isSecureRequest } from './is-secure-request.js';
import { hashSecret, newSecret } from './secret.js';
import { setSessionCookie } from './session-cookie.js';

const DAY_MS = 86_400_000;

/** How long a browser stays known. */
const LASTS_MS = { viewer: 30 * DAY_MS, annotator: 30 * DAY_MS, admin: DAY_MS } as const;

interface SessionOwner extends Pick<AccessKey, 'role' | 'expiresAt'> {
  readonly keyId: string | null;
  readonly annotator: Pick<Annotator, 'id' | 'pseudonym'> | null;
}

async function open(c: Context<ApiEnv>, owner: SessionOwner, services: Services): Promise<Caller> {
  const { role, keyId, annotator } = owner;
  const now = services.now();
  const secret = newSecret();
  const hash = hashSecret(secret);
  const expiresAt = Math.min(now + LASTS_MS[role], owner.expiresAt ?? Infinity);
  await services.store.createSession({
    hash,
    keyId,
    role,
    annotatorId: annotator?.id ?? null,
    createdAt: now,
    expiresAt,
  });
  setSessionCookie(c, secret, { isSecure: isSecureRequest(c, services.access), maxAgeMs: expiresAt - now });
  return { role, annotator, actor: keyId ?? 'local', csrf: csrfToken(secret), sessionHash: hash };
}

/** Opens a session for a key and gives the browser its cookie. */
export async function openKeySession(c: Context<ApiEnv>, key: AccessKey, services: Services): Promise<Caller> {
  const { id: keyId, role, expiresAt } = key;
  return open(c, { keyId, role, expiresAt, annotator: await annotatorOfKey(key, services) }, services);
}

/** Opens a session for the person at the machine itself. */
export async function openLocalSession(c: Context<ApiEnv>, services: Services): Promise<Caller> {
  const annotator = await ensureAnnotator({ id: 'local', pseudonym: 'local' }, services);
  return open(c, { keyId: null, role: 'admin', expiresAt: null, annotator }, services);
}
