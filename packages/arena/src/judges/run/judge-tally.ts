import type { Judgement, JudgementState } from '@understudy/store';
import type { JudgeProgress } from './judge-progress.js';

/** Counts new judgements. */
export class JudgeTally {
  readonly #total: number;
  readonly #stored: number;
  readonly #states: Record<JudgementState, number> = { ok: 0, unparsed: 0, refused: 0, error: 0 };
  #promptTokens = 0;
  #generatedTokens = 0;
  #cost = 0;
  #priced = 0;
  #unpriced = 0;

  constructor({ total, stored }: { readonly total: number; readonly stored: number }) {
    this.#total = total;
    this.#stored = stored;
  }

  add({ state, promptTokens, generatedTokens, cost }: Judgement): void {
    this.#states[state] += 1;
    this.#promptTokens += promptTokens ?? 0;
    this.#generatedTokens += generatedTokens ?? 0;
    if (cost === null) this.#unpriced += 1;
    else {
      this.#cost += cost;
      this.#priced += 1;
    }
  }

  get progress(): JudgeProgress {
    const states = { ...this.#states };
    const isPriced = this.#priced > 0;
    return {
      done: this.#stored + states.ok + states.unparsed + states.refused + states.error,
      total: this.#total,
      stored: this.#stored,
      states,
      promptTokens: this.#promptTokens,
      generatedTokens: this.#generatedTokens,
      cost: isPriced ? this.#cost : null,
      unpriced: this.#unpriced,
      costPer1000: isPriced ? (1000 * this.#cost) / this.#priced : null,
    };
  }
}
