import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What the mock server does. */
export interface MockServerOptions {
  /** Milliseconds from the whole request to the first byte of the answer. */
  readonly latencyMs: number;
  /** Requests a second that are answered; others get 429 with `retry-after`. Undefined: all. */
  readonly requestsPerSecond?: number | undefined;
}

const ANSWER = {
  id: 'cmpl-1',
  object: 'text_completion',
  created: 1_800_000_000,
  model: 'mock',
  system_fingerprint: 'fp_mock',
  choices: [{ index: 0, text: ' The answer is 8.', finish_reason: 'stop', logprobs: null }],
  usage: { prompt_tokens: 160, completion_tokens: 6, total_tokens: 166 },
};
const MODELS = { object: 'list', data: [{ id: 'mock', object: 'model', owned_by: 'mock' }] };

/**
 * A server with `/v1/models` and `/v1/completions` of the OpenAI API that gives one and the same answer. It speaks just enough HTTP/1.1 for
 * clients that keep connections and send lengths, over bare sockets: it must cost little beside the client that is measured.
 */
export class MockServer implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #options: MockServerOptions;
  #answered = 0;
  #second = 0;
  #inSecond = 0;

  private constructor(options: MockServerOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async start(options: MockServerOptions): Promise<MockServer> {
    const mock = new MockServer(options);
    await new Promise<void>((resolve) => mock.#server.listen(0, '127.0.0.1', 1024, resolve));
    return mock;
  }

  /** `http://127.0.0.1:PORT/v1` */
  get baseUrl(): string {
    // A server that listens on a port has an address of this kind.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Completions answered so far. */
  get answered(): number {
    return this.#answered;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let waiting: Buffer = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      for (let length = wholeRequest(waiting); length > 0; length = wholeRequest(waiting)) {
        const path = waiting.toString('latin1', 0, Math.min(64, length));
        waiting = waiting.subarray(length);
        this.#answer(socket, path);
      }
    });
  }

  #answer(socket: Socket, path: string): void {
    if (path.startsWith('GET ') && path.includes('/models')) return void socket.write(MODEL_LIST);
    if (!path.includes('/v1/completions')) return void socket.write(NOT_FOUND);
    setTimeout(() => {
      if (socket.destroyed) return;
      const isRefused = this.#isOverLimit();
      if (!isRefused) this.#answered++;
      socket.write(isRefused ? TOO_MANY : COMPLETION);
    }, this.#options.latencyMs);
  }

  #isOverLimit(): boolean {
    const { requestsPerSecond } = this.#options;
    if (requestsPerSecond === undefined) return false;
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) this.#inSecond = 0;
    this.#second = second;
    return ++this.#inSecond > requestsPerSecond;
  }
}

/** Bytes of the first request, when it is there as a whole; else 0. */
function wholeRequest(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  const length = /\r\ncontent-length:\s*(\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1];
  const whole = end + 4 + Number(length ?? 0);
  return bytes.length >= whole ? whole : 0;
}

function reply(status: string, body: object, headers = ''): Buffer {
  const text = JSON.stringify(body);
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers}content-length: ${Buffer.byteLength(text)}\r\n\r\n`;
  return Buffer.from(head + text);
}

const MODEL_LIST = reply('200 OK', MODELS);
const COMPLETION = reply('200 OK', ANSWER);
const NOT_FOUND = reply('404 Not Found', { error: { message: 'Not Found', type: 'not_found', code: 404 } });
const TOO_MANY = reply(
  '429 Too Many Requests',
  { error: { message: 'Rate limit reached', type: 'rate_limit_error', code: 'rate_limit_exceeded' } },
  'retry-after: 1\r\n',
);
