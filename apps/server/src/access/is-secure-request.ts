import type { Context } from 'hono';
import type { AccessPolicy } from '../services.js';

/** Whether the browser speaks HTTPS: this server does not, so only a proxy's public address can say so. */
export function isSecureRequest(c: Context, { publicUrl }: AccessPolicy): boolean {
  if (publicUrl === undefined) return false;
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:' && (c.req.header('host') === host || c.req.header('x-forwarded-host') === host);
}
