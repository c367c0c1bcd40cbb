import { createHmac } from 'node:crypto';

/** Header that carries the token. */
export const CSRF_HEADER = 'X-CSRF-Token';

/** The token that writes of a session must carry: made of the cookie's secret, which another site cannot read. */
export function csrfToken(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('csrf').digest('base64url');
}
