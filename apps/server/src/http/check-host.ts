import type { Context, Next } from 'hono';
import type { AccessPolicy } from '../services.js';
import { ApiError } from './api-error.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];

function hostName(host: string): string | undefined {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/**
 * Where the server trusts whoever reaches it, it answers only requests that name this machine: a page of another site whose name was
 * made to point here (DNS rebinding) names its own. What a proxy passed on comes from who knows where, and is refused too.
 */
export function checkHost({ isLocal, publicUrl, trustsProxy }: AccessPolicy) {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  return async (c: Context, next: Next): Promise<void> => {
    if (isLocal) {
      const named = [c.req.header('host'), new URL(c.req.url).host].filter((host) => host !== undefined);
      const isHere = named.every((host) => {
        const name = hostName(host);
        return name !== undefined && (LOOPBACK.has(name) || name === known);
      });
      if (!isHere) {
        throw new ApiError({
          status: 403,
          code: 'host-refused',
          message: 'This server answers to its own machine only.',
        });
      }
      if (!trustsProxy && PROXY_HEADERS.some((name) => c.req.header(name) !== undefined)) {
        throw new ApiError({
          status: 403,
          code: 'proxy-refused',
          message: 'This server asks for no keys, so it answers nothing that a proxy passed on.',
          hint: 'Start it with --require-key.',
        });
      }
    }
    await next();
  };
}
