import type { Score, ScoreResponse } from '@understudy/core';
import type { Logits } from '../context/context.js';
import { isArgMax, logit, LogProbabilityReader } from '../context/log-probability.js';
import type { Target } from './score-trie.js';

interface Partial {
  readonly id: number;
  readonly promptTokens: number;
  cachedTokens: number;
  missing: number;
  sum: number;
  isGreedy: boolean;
}

/** Adds up the log-probabilities of a window's requests as their rows are computed. */
export class ScoreCollector {
  readonly #reader: LogProbabilityReader;
  readonly #partials = new Map<number, Partial>();

  constructor(vocabularySize: number) {
    this.#reader = new LogProbabilityReader(vocabularySize);
  }

  /** Expects a request of a window; `continuation` is the number of its targets. */
  expect(request: number, { id, promptTokens, continuation }: ExpectedScore): void {
    this.#partials.set(request, {
      id,
      promptTokens,
      cachedTokens: promptTokens - 1,
      missing: continuation,
      sum: 0,
      isGreedy: true,
    });
  }

  /** Tells that tokens of a request are computed for it, not taken from another. */
  addComputed(request: number, tokens: number): void {
    const partial = this.#partials.get(request);
    if (partial !== undefined) partial.cachedTokens -= tokens;
  }

  /** Reads the rows of a batch; `rows` has the targets of each row in order. Returns the requests that are complete. */
  take(rows: readonly (readonly Target[])[], logits: Logits): ScoreResponse[] {
    const done: ScoreResponse[] = [];
    for (const [index, targets] of rows.entries()) {
      const row = logits.row(index);
      const logSumExp = this.#reader.logSumExp(row, targets[0]?.token ?? 0);
      for (const { request, token } of targets) {
        const partial = this.#partials.get(request);
        if (partial === undefined) continue;
        partial.sum += logit(row, token) - logSumExp;
        partial.missing -= 1;
        // Once another token is likelier somewhere, the rest need not be looked at.
        partial.isGreedy &&= isArgMax(row, token);
        if (partial.missing === 0) done.push(this.#finish(request, partial));
      }
    }
    return done;
  }

  #finish(request: number, partial: Partial): ScoreResponse {
    this.#partials.delete(request);
    const { id, sum, isGreedy, promptTokens, cachedTokens } = partial;
    if (Number.isNaN(sum)) {
      return {
        status: 'error',
        id,
        code: 'not-a-number',
        message: 'The model computed NaN; its weights or its compute format overflow.',
      };
    }
    return { status: 'ok', id, logProbability: sum, isGreedy, promptTokens, cachedTokens } satisfies Score;
  }
}

/** A request as the collector knows it. */
export interface ExpectedScore {
  readonly id: number;
  readonly promptTokens: number;
  readonly continuation: number;
}
