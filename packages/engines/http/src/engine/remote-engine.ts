import {
  BugError,
  refuseAdapters,
  UnderstudyError,
  type CallOptions,
  type Engine,
  type EngineCounters,
  type EngineInfo,
  type GenerateRequest,
  type GenerateResponse,
  type Generation,
  type RequestFailure,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
} from '@understudy/core';
import { Counters } from '@understudy/engine-process';
import type { OpenedStream, RemoteCaller, Served } from '../calls/remote-caller.js';
import { RemoteFailure } from '../failures/remote-failure.js';
import type { TokenUsage } from '../spending/token-usage.js';
import { answerConcurrently } from './answer-concurrently.js';
import { cutAtStop } from './cut-at-stop.js';
import type { GeneratedText, RemoteProtocol } from './protocol.js';
import { streamAnswer } from './stream-answer.js';

/** What a remote engine is made of. */
export interface RemoteEngineOptions {
  readonly info: EngineInfo;
  readonly caller: RemoteCaller;
  readonly protocol: RemoteProtocol;
}

/** An engine whose model runs on somebody's server. It takes text and messages; the server has the tokenizer. */
export class RemoteEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer = undefined;
  readonly #caller: RemoteCaller;
  readonly #protocol: RemoteProtocol;
  readonly #counters = new Counters();
  /** The spending limit, once it is reached. */
  #limit: UnderstudyError | undefined;

  constructor({ info, caller, protocol }: RemoteEngineOptions) {
    this.info = info;
    this.#caller = caller;
    this.#protocol = protocol;
  }

  generate(requests: AsyncIterable<GenerateRequest>, options: CallOptions = {}): AsyncIterable<GenerateResponse> {
    refuseAdapters(this.info, options);
    return this.#answerAll(requests, options, (request, signal) => this.#generate(request, signal));
  }

  score(requests: AsyncIterable<ScoreRequest>, options: CallOptions = {}): AsyncIterable<ScoreResponse> {
    refuseAdapters(this.info, options);
    const { score } = this.#protocol;
    if (score === undefined) {
      throw new BugError({
        code: 'scores-not-served',
        message: `The server of ${this.info.identity} was asked for log-probabilities; it has none of given texts.`,
      });
    }
    return this.#answerAll(requests, options, async (request, signal): Promise<ScoreResponse> => {
      const scored = await score(request, (call, settings) => this.#caller.call(call, { ...settings, signal }));
      const { usage, ...answer } = scored;
      return { status: 'ok', id: request.id, ...answer, ...this.#count(usage) };
    });
  }

  async *stream(request: GenerateRequest, options: CallOptions = {}): AsyncGenerator<StreamEvent, void, undefined> {
    refuseAdapters(this.info, options);
    const { signal } = options;
    let opened: OpenedStream;
    try {
      opened = await this.#caller.open(this.#protocol.stream(request), { signal });
    } catch (error) {
      if (!(error instanceof RemoteFailure) || error.treatment === 'all') throw error;
      const { code, message } = error;
      yield { type: 'finish', response: { status: 'error', id: request.id, code, message } };
      return;
    }
    const pieces = this.#protocol.readEvents(opened.events, opened.what);
    yield* streamAnswer(request, pieces, { opened, count: (usage) => this.#count(usage) });
  }

  async counters(): Promise<EngineCounters> {
    return { ...this.#counters.snapshot(), service: this.#caller.counters() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#caller[Symbol.asyncDispose]();
  }

  async #generate(request: GenerateRequest, signal: AbortSignal): Promise<Generation> {
    const served = await this.#caller.call(this.#protocol.generate(request), { signal });
    return { status: 'ok', id: request.id, ...this.#finish(served, request), ...this.#count(served.usage) };
  }

  #finish({ value, service }: Served<GeneratedText>, { stop }: GenerateRequest) {
    const { text, isCut } = cutAtStop(value.text, stop);
    return { text, finishReason: isCut ? ('stop' as const) : value.finishReason, service };
  }

  #answerAll<Request extends { readonly id: number }, Response>(
    requests: AsyncIterable<Request>,
    { signal }: CallOptions,
    answer: (request: Request, signal: AbortSignal) => Promise<Response>,
  ): AsyncIterable<Response | RequestFailure> {
    signal?.addEventListener('abort', () => this.#caller.wake(), { once: true });
    return answerConcurrently<Request, Response | RequestFailure>(requests, {
      answer: async (request, either) => {
        try {
          return await answer(request, either);
        } catch (error) {
          return this.#failure(request, error);
        }
      },
      hasRoom: () => this.#caller.hasRoom(),
      stopped: () => this.#limit ?? this.#caller.stopped,
      signal,
    });
  }

  /** What a failed request is answered with; nothing when it only failed because the server is no longer used. */
  #failure({ id }: { readonly id: number }, error: unknown): RequestFailure | undefined {
    if (error instanceof RemoteFailure) {
      const { code, message } = error;
      return this.#caller.stopped === undefined ? { status: 'error', id, code, message } : undefined;
    }
    if (!UnderstudyError.isInstance(error) || error.code !== 'max-cost-reached') throw error;
    this.#limit ??= error;
    return undefined;
  }

  #count(usage: TokenUsage | undefined): TokenUsage {
    const { promptTokens, cachedTokens, generatedTokens } = usage ?? NOT_COUNTED;
    this.#counters.requestedTokens += promptTokens;
    this.#counters.uniqueTokens += promptTokens - cachedTokens + generatedTokens;
    this.#counters.generatedTokens += generatedTokens;
    this.#counters.batches++;
    return { promptTokens, cachedTokens, generatedTokens };
  }
}

/** What an answer counts as whose server does not count. */
const NOT_COUNTED: TokenUsage = { promptTokens: 0, cachedTokens: 0, generatedTokens: 0 };
