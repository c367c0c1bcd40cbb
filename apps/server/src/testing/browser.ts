import type { Hono } from 'hono';
import type { ApiEnv } from '../api/api-env.js';

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  // The tests look into bodies of all kinds.
  readonly body: Record<string, never> & { readonly error?: { readonly code: string; readonly retryAfterMs?: number } };
  readonly text: string;
  readonly headers: Headers;
}

/** Speaks to the server as a browser does: with cookie, token and fetch metadata. Keeps all it was sent. */
export class Browser {
  readonly received: string[] = [];
  readonly #app: Hono<ApiEnv>;
  #cookie: string | undefined;
  #csrf: string | undefined;

  constructor(app: Hono<ApiEnv>) {
    this.#app = app;
  }

  /** Loads the session, as the page does first. */
  async open(): Promise<Answer> {
    return this.#keep(await this.get('/api/session'));
  }

  /** Shows a key or an invitation's secret. */
  async signIn(key: string): Promise<Answer> {
    return this.#keep(await this.post('/api/session', { key }));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  }

  /** Sends a request with what a browser adds; headers given win, an empty one is left out. */
  async send(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<Answer> {
    const headers = new Headers({
      'Sec-Fetch-Site': 'same-origin',
      ...(this.#cookie === undefined ? {} : { Cookie: this.#cookie }),
      ...(this.#csrf === undefined ? {} : { 'X-CSRF-Token': this.#csrf }),
      ...init.headers,
    });
    for (const [name, value] of Object.entries(init.headers ?? {})) if (value === '') headers.delete(name);
    const response = await this.#app.request(path, { ...init, headers });
    const cookie = response.headers.get('set-cookie');
    if (cookie !== null) this.#cookie = cookie.split(';')[0];
    const text = await response.text();
    this.received.push(text, JSON.stringify([...response.headers]));
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : {}, text, headers: response.headers };
  }

  #keep(answer: Answer): Answer {
    const { csrf } = answer.body as { csrf?: string };
    if (typeof csrf === 'string') this.#csrf = csrf;
    return answer;
  }
}
