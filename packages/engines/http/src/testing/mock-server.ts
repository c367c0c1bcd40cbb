import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the mock server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed; undefined for a GET. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it knows was sent
  readonly body: any;
}

/** What the mock server does with a request. */
export type MockReply =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly json: unknown }
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly text: string }
  /** Server-sent events, each with its data; `breaksOff` closes the connection behind them. */
  | { readonly events: readonly string[]; readonly breaksOff?: boolean }
  /** Closes the connection without an answer. */
  | { readonly fault: 'drop' }
  /** Sends nothing, or the headers and half a body, and then nothing more. */
  | { readonly fault: 'silent' | 'stall' };

/** Decides about a request; `nth` counts from 0 all requests to its path. */
export type MockHandler = (request: SeenRequest, nth: number) => MockReply | Promise<MockReply>;

/** A server on the loopback interface that answers as a test says, and remembers what it was asked. */
export class MockServer implements AsyncDisposable {
  readonly seen: SeenRequest[] = [];
  /** Requests under way at the most at one time. */
  mostUnderWay = 0;
  readonly #server: Server;
  readonly #handler: MockHandler;
  readonly #counts = new Map<string, number>();
  #underWay = 0;

  private constructor(handler: MockHandler) {
    this.#handler = handler;
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        const { method = '', url = '', headers } = request;
        void this.#answer({ method, path: url, headers, body: text === '' ? undefined : JSON.parse(text) }, response);
      });
    });
  }

  static async start(handler: MockHandler): Promise<MockServer> {
    const mock = new MockServer(handler);
    await new Promise<void>((resolve) => mock.#server.listen(0, '127.0.0.1', resolve));
    return mock;
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    // A server that listens on a port has an address of this kind.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The requests to one path. */
  to(path: string): readonly SeenRequest[] {
    return this.seen.filter((request) => request.path === path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: SeenRequest, response: ServerResponse): Promise<void> {
    const nth = this.#counts.get(request.path) ?? 0;
    this.#counts.set(request.path, nth + 1);
    this.seen.push(request);
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.#underWay);
    response.on('close', () => this.#underWay--);
    send(await this.#handler(request, nth), response);
  }
}

function send(reply: MockReply, response: ServerResponse): void {
  if ('json' in reply) {
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.json));
  } else if ('text' in reply) {
    response.writeHead(reply.status ?? 200, reply.headers ?? {});
    response.end(reply.text);
  } else if ('events' in reply) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const data of reply.events) response.write(`data: ${data}\n\n`);
    if (reply.breaksOff === true) setImmediate(() => response.destroy());
    else response.end();
  } else if (reply.fault === 'drop') {
    response.destroy();
  } else if (reply.fault === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"choices": [');
  }
}
