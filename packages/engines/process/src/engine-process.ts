import { setTimeout as delay } from 'node:timers/promises';
import type {
  CallOptions,
  EncodedPair,
  EncodeOptions,
  Engine,
  EngineCounters,
  EngineInfo,
  GenerateRequest,
  GenerateResponse,
  ScoreRequest,
  ScoreResponse,
  StreamEvent,
  TextPair,
  Tokenizer,
  TokenizerInfo,
  Tokens,
} from '@understudy/core';
import type { OpenEngineOptions } from './serve-engine.js';
import { WorkerProcess, type WorkerCallOptions, type WorkerOptions } from './worker-process.js';

/** How long an engine may take to free its model; one that hangs in native code is killed then. */
const CLOSE_MS = 5000;

/**
 * An engine that runs in its own child process, so that a crash in native code ends one engine and not the run.
 * @throws EngineError `engine-crashed` with the last native log lines when the process dies
 */
export class EngineProcess implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer | undefined;
  readonly #worker: WorkerProcess;

  private constructor(worker: WorkerProcess, info: EngineInfo, tokenizer: TokenizerInfo | undefined) {
    this.#worker = worker;
    this.info = info;
    this.tokenizer = tokenizer && new RemoteTokenizer(worker, tokenizer);
  }

  /** Starts the worker and opens the engine in it; an abort ends both. */
  static async open(
    worker: WorkerOptions,
    options: OpenEngineOptions & Pick<WorkerCallOptions, 'signal'>,
  ): Promise<EngineProcess> {
    const process = new WorkerProcess(worker);
    try {
      const { onProgress, signal, ...argument } = options;
      const opened = (await process.call('open', argument, { onProgress, signal })) as {
        info: EngineInfo;
        tokenizer: TokenizerInfo | undefined;
      };
      return new EngineProcess(process, opened.info, opened.tokenizer);
    } catch (error) {
      await process[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Process id of the engine. */
  get pid(): number | undefined {
    return this.#worker.pid;
  }

  score(requests: AsyncIterable<ScoreRequest>, options?: CallOptions): AsyncIterable<ScoreResponse> {
    return this.#worker.stream('score', requests, toStream(options));
  }

  generate(requests: AsyncIterable<GenerateRequest>, options?: CallOptions): AsyncIterable<GenerateResponse> {
    return this.#worker.stream('generate', requests, toStream(options));
  }

  stream(request: GenerateRequest, options?: CallOptions): AsyncIterable<StreamEvent> {
    return this.#worker.stream('stream', once(request), toStream(options));
  }

  async counters(): Promise<EngineCounters> {
    return (await this.#worker.call('counters', undefined)) as EngineCounters;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await Promise.race([this.#worker.call('close', undefined), delay(CLOSE_MS, undefined, { ref: false })]);
    } catch {
      // A worker that is already gone has nothing left to close; its death was reported where it mattered.
    }
    await this.#worker[Symbol.asyncDispose]();
  }
}

/** A signal stays on this side; everything else goes to the worker. */
function toStream({ signal, ...argument }: CallOptions = {}) {
  return { signal, argument };
}

class RemoteTokenizer implements Tokenizer {
  readonly info: TokenizerInfo;
  readonly #worker: WorkerProcess;

  constructor(worker: WorkerProcess, info: TokenizerInfo) {
    this.#worker = worker;
    this.info = info;
  }

  async encode(texts: readonly string[], options: EncodeOptions): Promise<readonly Tokens[]> {
    return (await this.#worker.call('encode', { texts, options })) as readonly Tokens[];
  }

  async encodePairs(pairs: readonly TextPair[]): Promise<readonly EncodedPair[]> {
    return (await this.#worker.call('encodePairs', pairs)) as readonly EncodedPair[];
  }

  async decode(tokens: readonly Tokens[], options: { readonly special: boolean }): Promise<readonly string[]> {
    return (await this.#worker.call('decode', { tokens, special: options.special })) as readonly string[];
  }
}

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}
