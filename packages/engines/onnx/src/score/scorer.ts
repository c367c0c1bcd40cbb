import type {
  CallOptions,
  EngineCounters,
  OnProgress,
  RequestFailure,
  ScoreRequest,
  ScoreResponse,
} from '@understudy/core';
import type { TextModel } from '../architectures/text-model.js';
import { BodySession } from '../runtime/body-session.js';
import { HeadSession } from '../runtime/head-session.js';
import { RotaryCache } from '../runtime/rotary-cache.js';
import { DeterministicSchedule } from './deterministic-schedule.js';
import { documentWindows, type PlacedSequence } from './document-windows.js';
import { FastSchedule } from './fast-schedule.js';
import { PassCounter } from './pass-counter.js';
import { costModel, type CostModel } from './cost-model.js';
import { placeSequence } from './place-sequence.js';
import { PrefixStore } from './prefix-store.js';
import { readAhead } from './read-ahead.js';
import { RowQueue } from './row-queue.js';
import type { Schedule } from './schedule.js';
import { TreeScorer } from './tree-scorer.js';

/** How a model is scored. */
export interface ScorerOptions {
  /** The float32 GGUF, or the first part of a split one. */
  readonly weightsPath: string;
  readonly threads: number;
  /** Longest input in tokens. */
  readonly contextLength: number;
  readonly deterministic: boolean;
  readonly onProgress?: OnProgress | undefined;
  /** Replaces the model's own costs. */
  readonly costs?: CostModel | undefined;
}

/** Scores requests on a model: plans them window by window while they come in, and answers as documents are done. */
export class Scorer implements AsyncDisposable {
  readonly #model: TextModel;
  readonly #body: BodySession;
  readonly #head: HeadSession;
  readonly #options: ScorerOptions;
  readonly #costs: CostModel;
  readonly #passes = new PassCounter();
  #requestedTokens = 0;

  private constructor(model: TextModel, sessions: { body: BodySession; head: HeadSession }, options: ScorerOptions) {
    this.#model = model;
    this.#body = sessions.body;
    this.#head = sessions.head;
    this.#options = options;
    this.#costs = options.costs ?? costModel(model);
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(model: TextModel, options: ScorerOptions): Promise<Scorer> {
    const step = (done: number) => options.onProgress?.({ label: 'opening the graphs', done, total: 2, unit: 'steps' });
    step(0);
    const rotary = model.rotaryTables.map(
      (table) => new RotaryCache(table, table.factors === undefined ? undefined : model.weights.read(table.factors)),
    );
    const body = await BodySession.open(model, { ...options, rotary });
    step(1);
    const head = await HeadSession.open(model, options);
    step(2);
    return new Scorer(model, { body, head }, options);
  }

  /** Requests of one document come one after the other. Aborting ends the iteration with the signal's reason. */
  async *score(
    requests: AsyncIterable<ScoreRequest>,
    { signal }: CallOptions = {},
  ): AsyncGenerator<ScoreResponse, void, undefined> {
    const failures: RequestFailure[] = [];
    const schedule = this.#schedule(signal);
    for await (const window of readAhead(documentWindows(this.#placed(requests, failures)))) {
      for await (const document of schedule.scoreWindow(window)) {
        yield* document.finish();
      }
      yield* failures.splice(0);
    }
    yield* failures;
  }

  counters(): EngineCounters {
    const { uniqueTokens, paddingTokens, scoredRows, passes } = this.#passes;
    return {
      uniqueTokens,
      requestedTokens: this.#requestedTokens,
      paddingTokens,
      scoredRows,
      generatedTokens: 0,
      batches: passes,
      nativeMs: this.#body.nativeMs + this.#head.nativeMs,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#body[Symbol.asyncDispose]();
    await this.#head[Symbol.asyncDispose]();
  }

  /** Each call has a queue of its own, so that calls at the same time do not share batches. */
  #schedule(signal: AbortSignal | undefined): Schedule {
    const queue = new RowQueue(this.#head, {
      embeddingLength: this.#model.embeddingLength,
      batchRows: this.#costs.headRows,
      fullOnly: this.#options.deterministic,
    });
    const scorer = new TreeScorer({ body: this.#body, queue, costs: this.#costs, counter: this.#passes, signal });
    const prefixes = new PrefixStore(scorer, this.#model.layers);
    return this.#options.deterministic
      ? new DeterministicSchedule(scorer, prefixes, queue)
      : new FastSchedule({ scorer, prefixes, queue, costs: this.#costs });
  }

  async *#placed(
    requests: AsyncIterable<ScoreRequest>,
    failures: RequestFailure[],
  ): AsyncGenerator<PlacedSequence, void, undefined> {
    const { contextLength } = this.#options;
    const { vocabularySize } = this.#model;
    for await (const request of requests) {
      const placed = placeSequence(request, { contextLength, vocabularySize });
      if ('status' in placed) {
        failures.push(placed);
      } else {
        this.#requestedTokens += placed.sequence.tokens.length;
        yield placed;
      }
    }
  }
}
