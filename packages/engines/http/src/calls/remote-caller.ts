import type { EngineError, Price, RemoteSettings, ServiceCounters, ServiceRecord } from '@understudy/core';
import { statusFailure } from '../failures/status-failure.js';
import { exhaustedForMs } from '../pace/rate-limits.js';
import { costBound, costOf } from '../spending/cost.js';
import type { SpendingLimit } from '../spending/spending-limit.js';
import { HttpClient, type StreamedReply } from '../transport/http-client.js';
import { Secrets } from '../transport/secrets.js';
import { serverSentEvents, type ServerSentEvent } from '../transport/server-sent-events.js';
import { Attempts, type Attempted } from './attempts.js';
import type { Answered, CallSettings, ServerCall, ServerRequest } from './call.js';
import { isSuccess, readAnswer } from './read-answer.js';
import { ServiceTotals } from './service-totals.js';

/** A server, and how it is used. */
export interface RemoteCallerOptions {
  readonly baseUrl: string;
  /** Headers of each request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be shown of them. */
  readonly key: string | undefined;
  /** Environment variables that may hold the key. */
  readonly keyVariables: readonly string[];
  readonly settings: RemoteSettings;
  readonly price: Price | null;
  readonly limit?: SpendingLimit | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** First pause before a failed request is sent again, in milliseconds; each next one is twice as long. 500 by default. */
  readonly firstRetryMs?: number | undefined;
}

/** An answer with what it took. */
export interface Served<T> extends Answered<T> {
  readonly service: ServiceRecord;
}

/** A streamed answer under way. */
export interface OpenedStream {
  /** `POST http://host/v1/completions`, to be shown. */
  readonly what: string;
  /** May be read once; throws `RemoteFailure` when the connection is lost, or the signal's reason. */
  readonly events: AsyncIterable<ServerSentEvent>;
  /** To be called once at the end, however it ended, with what the server said. */
  readonly end: (said: Pick<Answered<unknown>, 'usage' | 'fingerprint'>) => ServiceRecord;
}

/** Makes the calls to one server. */
export class RemoteCaller implements AsyncDisposable {
  readonly #options: RemoteCallerOptions;
  readonly #client: HttpClient;
  readonly #secrets: Secrets;
  readonly #totals: ServiceTotals;
  readonly #attempts: Attempts;

  constructor(options: RemoteCallerOptions) {
    const { baseUrl, headers, settings, environment, price, limit, firstRetryMs } = options;
    const { concurrency, timeouts } = settings;
    this.#options = options;
    this.#client = new HttpClient({ baseUrl, headers, concurrency, timeouts, environment });
    this.#secrets = new Secrets([options.key]);
    this.#totals = new ServiceTotals(price);
    this.#attempts = new Attempts({ settings, limit, totals: this.#totals, firstRetryMs });
  }

  /** Ends when a further call would begin soon. */
  hasRoom(): Promise<void> {
    return this.#attempts.hasRoom();
  }

  /** Lets calls that wait for their turn see that they were aborted. */
  wake(): void {
    this.#attempts.wake();
  }

  /** Why no further call should be made: the server answers nothing any more. */
  get stopped(): EngineError | undefined {
    return this.#attempts.stopped;
  }

  counters(): ServiceCounters {
    return this.#totals.snapshot();
  }

  /** Makes a call. Throws `RemoteFailure` when it is given up, `UserError` `max-cost-reached`, or the signal's reason. */
  async call<T>(call: ServerCall<T>, settings: CallSettings = {}): Promise<Served<T>> {
    const http = this.#httpCall(call, settings);
    const attempted = await this.#attempts.make(
      {
        bound: this.#bound(call),
        send: async () => {
          const reply = await this.#client.send(http);
          return { answered: readAnswer({ ...this.#shown(http), call, reply }), headers: reply.headers };
        },
        exhaustedMs: ({ headers }) => exhaustedForMs(headers),
      },
      settings,
    );
    const { answered } = attempted.value;
    return { ...answered, service: this.#settle(attempted, answered, settings) };
  }

  /** Opens a streamed answer; until it is open, like `call`. */
  async open(call: ServerRequest, settings: CallSettings = {}): Promise<OpenedStream> {
    const http = this.#httpCall(call, settings);
    const attempted = await this.#attempts.make(
      {
        bound: this.#bound(call),
        send: async () => this.#opened(http, await this.#client.open(http)),
        exhaustedMs: ({ headers }) => exhaustedForMs(headers),
      },
      settings,
    );
    return {
      what: this.#client.describe(http),
      events: serverSentEvents(attempted.value.body),
      end: (said) => this.#settle(attempted, said, settings),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#attempts.wake();
    await this.#client[Symbol.asyncDispose]();
  }

  #httpCall({ path, body }: ServerRequest, { signal }: CallSettings) {
    return { path, body: body === undefined ? undefined : JSON.stringify(body), signal };
  }

  #bound({ body, promptBytes, maxTokens }: ServerRequest): number {
    return body === undefined ? 0 : costBound(promptBytes, maxTokens, this.#options.price);
  }

  #shown(http: { readonly path: string; readonly body: string | undefined }) {
    const { keyVariables } = this.#options;
    return { what: this.#client.describe(http), keyVariables, mask: (text: string) => this.#secrets.mask(text) };
  }

  async #opened(
    http: { readonly path: string; readonly body: string | undefined },
    reply: StreamedReply,
  ): Promise<StreamedReply> {
    if (isSuccess(reply)) return reply;
    const { mask, ...shown } = this.#shown(http);
    throw statusFailure({ ...shown, reply: { ...reply, body: mask(await readAll(reply.body)) } });
  }

  #settle(
    { attempts, reservation }: Attempted<unknown>,
    { usage, fingerprint }: Pick<Answered<unknown>, 'usage' | 'fingerprint'>,
    { isProbe = false }: CallSettings,
  ): ServiceRecord {
    const cost = usage === undefined ? null : costOf(usage, this.#options.price);
    reservation?.spend(cost);
    const service = { fingerprint, cost, attempts };
    if (!isProbe) this.#totals.add(service);
    else if (cost !== null) this.#totals.addCost(cost);
    return service;
  }
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
