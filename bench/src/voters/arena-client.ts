import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
  readonly setCookie: string | undefined;
}

/** What is asked. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cuts the connection so many milliseconds after the request was written, before its answer was read. */
  readonly cutAfterMs?: number | undefined;
}

/** The connection was refused or ended before the answer: nobody knows whether the server did what it was asked. */
export class ConnectionLost extends Error {}

/** How long one waits before trying again on a lost connection, in milliseconds. */
const AGAIN_MS = 50;

/** Where clients connect from. */
export interface ClientPlace {
  readonly url: string;
  /** An address of this machine; undefined: as the system chooses. */
  readonly address: string | undefined;
}

function headersOf(message: IncomingMessage): Pick<Answer, 'retryAfterMs' | 'setCookie'> {
  const { 'retry-after': wait, 'set-cookie': cookies } = message.headers;
  return { retryAfterMs: wait === undefined ? undefined : 1000 * Number(wait), setCookie: cookies?.[0]?.split(';')[0] };
}

/** Speaks HTTP to the server over connections of its own, from an address of its own. */
export class ArenaClient implements Disposable {
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #address: string | undefined;

  constructor({ url, address }: ClientPlace) {
    this.#url = new URL(url);
    this.#address = address;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8 });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }

  /** Sends once. Throws `ConnectionLost`. */
  send({ method, path, body, headers = {}, cutAfterMs }: Call): Promise<Answer> {
    const { hostname, port, host, origin } = this.#url;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const lost = (error: Error): void => reject(new ConnectionLost(error.message));
      const call = request({
        host: hostname,
        port,
        path,
        method,
        agent: this.#agent,
        ...(this.#address === undefined ? {} : { localAddress: this.#address }),
        headers: {
          host,
          origin,
          'sec-fetch-site': 'same-origin',
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
      });
      call.on('error', lost).on('response', (message) => {
        const pieces: Buffer[] = [];
        message
          .on('data', (piece: Buffer) => pieces.push(piece))
          .on('error', lost)
          .on('end', () => {
            const received = Buffer.concat(pieces).toString();
            const isJson = message.headers['content-type']?.startsWith('application/json') === true;
            const parsed: unknown = isJson ? JSON.parse(received) : undefined;
            resolve({ status: message.statusCode ?? 0, text: received, body: parsed, ...headersOf(message) });
          });
      });
      call.end(text, () => {
        if (cutAfterMs !== undefined) setTimeout(() => call.destroy(new Error('cut')), cutAfterMs);
      });
    });
  }

  /**
   * Sends until there is an answer: again the same after a lost connection, and after the wait that a 429 asks for. `onAgain` is told why.
   */
  async sendSurely(call: Call, onAgain: (why: 'lost' | 'limited') => void = () => undefined): Promise<Answer> {
    for (let next = call; ; next = { ...call, cutAfterMs: undefined }) {
      try {
        const answer = await this.send(next);
        if (answer.status !== 429) return answer;
        onAgain('limited');
        await sleep(answer.retryAfterMs ?? AGAIN_MS);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        onAgain('lost');
        await sleep(AGAIN_MS);
      }
    }
  }
}
