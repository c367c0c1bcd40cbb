import type { Context, Next } from 'hono';
import type { ApiEnv, Caller } from '../api/api-env.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { CSRF_HEADER } from './csrf.js';
import { findCaller } from './find-caller.js';
import { isSame } from './secret.js';

function remoteAddress(c: Context<ApiEnv>, { trustsProxy }: Services['access']): string {
  const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown';
}

function refuseBusy(waitMs: number): void {
  if (waitMs === 0) return;
  throw new ApiError({
    status: 429,
    code: 'too-many-requests',
    message: 'Too many requests in too short a time.',
    retryAfterMs: waitMs,
  });
}

/** A write of a session must carry its token; showing a key is what makes a session. */
function checkToken(c: Context<ApiEnv>, { csrf }: Caller): void {
  if (csrf === null || c.req.method === 'GET' || c.req.method === 'HEAD') return;
  if (c.req.path === '/api/session' && c.req.method === 'POST') return;
  if (isSame(c.req.header(CSRF_HEADER) ?? '', csrf)) return;
  throw new ApiError({
    status: 403,
    code: 'csrf-token',
    message: `The session's token is missing or wrong in ${CSRF_HEADER}.`,
    hint: 'Load the page again.',
  });
}

/** Finds out who asks, and refuses those who ask too much. */
export function identify(services: Services) {
  const { addresses, buckets, access } = services;
  return async (c: Context<ApiEnv>, next: Next): Promise<void> => {
    const inside = c.env?.caller;
    if (inside !== undefined) {
      c.set('address', 'inside');
      c.set('caller', inside);
      return next();
    }
    const address = addresses.hash(remoteAddress(c, access));
    c.set('address', address);
    if (!access.isLocal) refuseBusy(buckets.address.take(address));
    const caller = await findCaller(c, services);
    if (caller.role !== null) refuseBusy(buckets.caller.take(caller.actor));
    else if (!access.isLocal) refuseBusy(buckets.stranger.take(address));
    checkToken(c, caller);
    c.set('caller', caller);
    return next();
  };
}
