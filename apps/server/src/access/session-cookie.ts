import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** With HTTPS the browser itself refuses a cookie of this name that another host or a plain connection set. */
const NAME = 'understudy_session';
const SECURE_NAME = `__Host-${NAME}`;

const nameOf = (isSecure: boolean): string => (isSecure ? SECURE_NAME : NAME);

/** Whether the browser speaks HTTPS, to this server or to the proxy in front of it. */
export interface CookieScope {
  readonly isSecure: boolean;
}

/** The session's secret; undefined without a session. */
export function readSessionCookie(c: Context, { isSecure }: CookieScope): string | undefined {
  const secret = getCookie(c, nameOf(isSecure));
  return secret === undefined || secret === '' || secret.length > 100 ? undefined : secret;
}

/** Gives the browser a session: not readable by scripts, never sent by other sites. */
export function setSessionCookie(
  c: Context,
  secret: string,
  { isSecure, maxAgeMs }: CookieScope & { readonly maxAgeMs: number },
): void {
  setCookie(c, nameOf(isSecure), secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: isSecure,
    // Browsers keep no cookie for longer than 400 days, and the framework refuses to ask for it.
    maxAge: Math.min(Math.floor(maxAgeMs / 1000), 400 * 86_400),
  });
}

export function deleteSessionCookie(c: Context, { isSecure }: CookieScope): void {
  deleteCookie(c, nameOf(isSecure), { path: '/', secure: isSecure });
}
