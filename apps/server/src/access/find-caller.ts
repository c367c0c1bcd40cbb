import type { Annotator } from '@understudy/store';
import type { Context } from 'hono';
import type { ApiEnv, Caller } from '../api/api-env.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { annotatorOfKey } from './annotator-of-key.js';
import { csrfToken } from './csrf.js';
import { isSecureRequest } from './is-secure-request.js';
import { tryKey } from './try-key.js';
import { hashSecret } from './secret.js';
import { readSessionCookie } from './session-cookie.js';

async function nameOf(id: string | null, { store }: Services): Promise<Pick<Annotator, 'id' | 'pseudonym'> | null> {
  if (id === null) return null;
  const annotator = await store.getAnnotator(id);
  return annotator === undefined ? null : { id: annotator.id, pseudonym: annotator.pseudonym };
}

async function callerOfKey(secret: string, address: string, services: Services): Promise<Caller> {
  const key = await tryKey(secret, address, services);
  const annotator = await annotatorOfKey(key, services);
  return { role: key.role, annotator, actor: key.id, csrf: null, sessionHash: null };
}

async function callerOfSession(secret: string, services: Services): Promise<Caller | undefined> {
  const hash = hashSecret(secret);
  const session = await services.store.findSession(hash, services.now());
  if (session === undefined) return undefined;
  const annotator = await nameOf(session.annotatorId, services);
  const actor = session.keyId ?? 'local';
  return { role: session.role, annotator, actor, csrf: csrfToken(secret), sessionHash: hash };
}

/** Who asks: by the key in `Authorization`, else by the cookie. Throws `ApiError` for a wrong key. */
export async function findCaller(c: Context<ApiEnv>, services: Services): Promise<Caller> {
  const address = c.get('address');
  const [, secret] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (secret !== undefined) return callerOfKey(secret, address, services);
  if (c.req.header('authorization') !== undefined) {
    throw new ApiError({ status: 401, code: 'key-refused', message: 'Only bearer keys are understood.' });
  }
  const cookie = readSessionCookie(c, { isSecure: isSecureRequest(c, services.access) });
  const known = cookie === undefined ? undefined : await callerOfSession(cookie, services);
  return known ?? { role: null, annotator: null, actor: `address ${address}`, csrf: null, sessionHash: null };
}
