import type { BeamSearchSettings } from '@understudy/core';

/** A text that is being looked at. */
export interface Hypothesis {
  readonly tokens: readonly number[];
  /** Its log-probability, in nats. */
  readonly logProbability: number;
}

/** A running text with one more token. */
export interface BeamCandidate extends Hypothesis {
  /** Place of the text it continues among the running ones. */
  readonly parent: number;
  /** The text ends with it: an end token, a stop string, or the token limit. */
  readonly isFinished: boolean;
}

/**
 * Beam search as transformers 4.57 has it (`_beam_search`): of all continuations of the running texts the most probable are looked at; of
 * the best `count` of them those that are finished compete for a place among the finished texts by log-probability / tokens^lengthPenalty,
 * and of all of them the best `count` that are not finished run on. Beams that transformers keeps with a score of −10⁹ to fill its tensors
 * are left out.
 */
export class BeamSearch {
  readonly #settings: BeamSearchSettings;
  readonly #maxTokens: number;
  #running: readonly BeamCandidate[] = [{ tokens: [], logProbability: 0, parent: 0, isFinished: false }];
  #finished: readonly { readonly hypothesis: Hypothesis; readonly score: number }[] = [];
  /** A running text may still become better than the worst finished one. Once it cannot, it never will, as in transformers. */
  #canImprove = true;

  /** `maxTokens` is the token limit. */
  constructor(settings: BeamSearchSettings, maxTokens: number) {
    this.#settings = settings;
    this.#maxTokens = maxTokens;
  }

  /** Texts that are to be continued, the most probable first. `parent` is the place, one step before, of what each continues. */
  get running(): readonly BeamCandidate[] {
    return this.#running;
  }

  get isDone(): boolean {
    const isFull = this.#finished.length === this.#settings.count;
    return this.#running.length === 0 || !this.#canImprove || (isFull && this.#settings.earlyStopping === true);
  }

  /** The best finished text; undefined before one is finished. */
  get best(): Hypothesis | undefined {
    return this.#finished[0]?.hypothesis;
  }

  /** Takes the most probable continuations of the running texts, the best first: at least `count` that are not finished, if there are. */
  advance(candidates: readonly BeamCandidate[]): void {
    const { count, lengthPenalty } = this.#settings;
    const length = candidates[0]?.tokens.length ?? 1;
    const finished = candidates
      .slice(0, count)
      .filter(({ isFinished }) => isFinished)
      .map((hypothesis) => ({ hypothesis, score: hypothesis.logProbability / length ** lengthPenalty }));
    this.#finished = [...this.#finished, ...finished].toSorted((a, b) => b.score - a.score).slice(0, count);
    this.#running = candidates.filter(({ isFinished }) => !isFinished).slice(0, count);
    this.#canImprove = this.#running.length > 0 && this.#mayImprove(length);
  }

  #mayImprove(length: number): boolean {
    const { count, lengthPenalty, earlyStopping } = this.#settings;
    if (this.#finished.length < count) return true;
    const reached = earlyStopping === 'never' && lengthPenalty > 0 ? this.#maxTokens : length;
    const best = (this.#running[0]?.logProbability ?? -Infinity) / reached ** lengthPenalty;
    return best > (this.#finished.at(-1)?.score ?? -Infinity);
  }
}
