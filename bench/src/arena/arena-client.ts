import { setTimeout as sleep } from 'node:timers/promises';

/** A connection that was not accepted is tried again by the system after up to half a minute; a new one is quicker. */
const TIMEOUT_MS = 10_000;

/** An answer of the server, whatever its status. */
export interface ClientAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A browser as the server sees it: a cookie, a token, and requests that are sent again until they are answered. */
export class ArenaClient {
  readonly #url: string;
  #cookie = '';
  #csrf = '';
  /** Requests that got no answer and were sent again. */
  retries = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** As the person at the machine itself, who is an admin. */
  async open(): Promise<void> {
    await this.#session('GET', undefined);
  }

  /** By an invitation's secret. */
  async join(key: string): Promise<void> {
    await this.#session('POST', { key });
  }

  /** Sends a request until it is answered; a server that is away or fails is asked again. */
  async post(path: string, body: unknown): Promise<ClientAnswer> {
    for (;;) {
      const answer = await this.#send('POST', path, body).catch(() => undefined);
      if (answer !== undefined && answer.response.status < 500) {
        return { status: answer.response.status, body: JSON.parse(answer.text) as Record<string, unknown> };
      }
      this.retries += 1;
      await sleep(100 + Math.random() * 200);
    }
  }

  /** The text at an address. */
  async text(path: string): Promise<string> {
    const { response, text } = await this.#send('GET', path, undefined);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text;
  }

  async #session(method: 'GET' | 'POST', body: unknown): Promise<void> {
    const { response, text } = await this.#send(method, '/api/session', body);
    if (!response.ok) throw new Error(`No session: ${response.status} ${text}`);
    this.#cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    this.#csrf = (JSON.parse(text) as { csrf: string }).csrf;
  }

  async #send(method: string, path: string, body: unknown): Promise<{ response: Response; text: string }> {
    const headers = { 'Content-Type': 'application/json', Cookie: this.#cookie, 'X-CSRF-Token': this.#csrf };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers,
      ...sent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { response, text: await response.text() };
  }
}
