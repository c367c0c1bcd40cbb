import { askPublished } from './published.js';
import { readRequestError, RequestError } from './request-error.js';
import { isStaticSite } from './static-site.js';

/** The token that a request which changes something carries; the session call brings it. */
let csrfToken: string | null = null;

/** Keeps the session's CSRF token for the requests to come. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/**
 * `fetch` with what the server asks for: the session's cookie and, where something changes, the CSRF token.
 * Pages that were published as files ask these. Throws `RequestError`.
 */
export async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  if (isStaticSite) return askPublished(input, init);
  const headers = new Headers(init.headers);
  const method = (init.method ?? 'GET').toUpperCase();
  if (method !== 'GET' && method !== 'HEAD' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new RequestError({ status: 0, code: 'no-answer', message: 'No answer came.' });
  }
  if (!response.ok) throw readRequestError(response.status, response.statusText, await bodyOf(response));
  return response;
}
