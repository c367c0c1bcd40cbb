import type { CallOptions, RequestFailure, ScoreRequest, ScoreResponse } from '@understudy/core';
import type { ModelGraphs } from '../runtime/model-graphs.js';
import { EncodedSchedule } from './encoded-schedule.js';
import { DeterministicSchedule } from './deterministic-schedule.js';
import { documentWindows, type PlacedSequence } from './document-windows.js';
import { FastSchedule } from './fast-schedule.js';
import { costModel, type CostModel } from './cost-model.js';
import { placeSequence } from './place-sequence.js';
import { PrefixStore } from './prefix-store.js';
import { readAhead } from './read-ahead.js';
import { RowQueue } from './row-queue.js';
import type { Schedule } from './schedule.js';
import { TreeScorer } from './tree-scorer.js';

/** How a model is scored. */
export interface ScorerOptions {
  /** Longest input in tokens. */
  readonly contextLength: number;
  readonly deterministic: boolean;
  /** Replaces the model's own costs. */
  readonly costs?: CostModel | undefined;
}

/** Scores requests on a model: plans them window by window while they come in, and answers as documents are done. */
export class Scorer {
  readonly #graphs: ModelGraphs;
  readonly #options: ScorerOptions;
  readonly #costs: CostModel;

  constructor(graphs: ModelGraphs, options: ScorerOptions) {
    this.#graphs = graphs;
    this.#options = options;
    this.#costs = options.costs ?? costModel(graphs.model);
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

  /** Each call has a queue of its own, so that calls at the same time do not share batches. */
  #schedule(signal: AbortSignal | undefined): Schedule {
    const { model, body, head, encoder, counters } = this.#graphs;
    const queue = new RowQueue(head, {
      embeddingLength: model.embeddingLength,
      batchRows: this.#costs.headRows,
      fullOnly: this.#options.deterministic,
    });
    const scorer = new TreeScorer({ body, queue, costs: this.#costs, counters, signal });
    const prefixes = new PrefixStore(scorer, model.layers);
    if (encoder !== undefined && model.encoder !== undefined) {
      return new EncodedSchedule({
        scorer,
        encoder,
        seenBy: model.encoder.seenBy,
        empty: prefixes.empty,
        queue,
        costs: this.#costs,
        counters,
        deterministic: this.#options.deterministic,
      });
    }
    return this.#options.deterministic
      ? new DeterministicSchedule(scorer, prefixes, queue)
      : new FastSchedule({ scorer, prefixes, queue, costs: this.#costs });
  }

  async *#placed(
    requests: AsyncIterable<ScoreRequest>,
    failures: RequestFailure[],
  ): AsyncGenerator<PlacedSequence, void, undefined> {
    const { contextLength } = this.#options;
    const { model, counters } = this.#graphs;
    const bounds = { contextLength, vocabularySize: model.vocabularySize, startToken: model.encoder?.startToken };
    for await (const request of requests) {
      const placed = placeSequence(request, bounds);
      if ('status' in placed) {
        failures.push(placed);
      } else {
        const { tokens, encoded } = placed.sequence;
        counters.requestedTokens += encoded === undefined ? tokens.length : encoded.length + tokens.length - 1;
        yield placed;
      }
    }
  }
}
