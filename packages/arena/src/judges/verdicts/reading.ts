import type { FinishReason } from '@understudy/core';
import type { JudgeMode, JudgementState, Verdict } from '@understudy/store';

/** What a judge's reply says. `verdict` and `score` are null unless the state is `ok`. */
export interface Reading {
  readonly state: Exclude<JudgementState, 'error'>;
  /** By the order shown; null for ratings. */
  readonly verdict: Verdict | null;
  /** 1–10 for ratings, preference for the first for log-probabilities. */
  readonly score: number | null;
}

/** A judge's reply. */
export interface Reply {
  readonly mode: JudgeMode;
  readonly text: string;
  readonly finishReason: FinishReason;
}

export const UNPARSED: Reading = { state: 'unparsed', verdict: null, score: null };
export const REFUSED: Reading = { state: 'refused', verdict: null, score: null };

/** A rating from 1 to 10; other numbers are no rating. */
export function ratingOf(value: number): Reading {
  return value >= 1 && value <= 10 ? { state: 'ok', verdict: null, score: value } : UNPARSED;
}

/** A verdict without a number. */
export function verdictOf(verdict: Verdict): Reading {
  return { state: 'ok', verdict, score: null };
}
