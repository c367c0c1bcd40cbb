import type { Context, Next } from 'hono';
import type { AccessPolicy } from '../services.js';
import { ApiError } from './api-error.js';
import { hostOf } from './host-of.js';

const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

function refused(): ApiError {
  return new ApiError({ status: 403, code: 'cross-site', message: 'Requests of other sites are refused.' });
}

/**
 * Refuses what another site makes a browser send. `Sec-Fetch-Site` cannot be forged by a page; older browsers send `Origin` with writes.
 * Programs send neither, and carry no cookie by themselves.
 */
export function checkOrigin({ publicUrl }: AccessPolicy) {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return async (c: Context, next: Next): Promise<void> => {
    const site = c.req.header('sec-fetch-site');
    const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && !isWrite(c.req.method));
    if (!isOwn) throw refused();
    const origin = c.req.header('origin');
    if (origin !== undefined && isWrite(c.req.method)) {
      const host = hostOf(origin);
      const here = c.req.header('host') ?? new URL(c.req.url).host;
      if (host === undefined || (host !== here && host !== known)) throw refused();
    }
    await next();
  };
}
