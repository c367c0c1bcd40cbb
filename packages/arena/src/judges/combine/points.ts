import type { Judgement, Verdict } from '@understudy/store';

/** What a verdict gives the answer shown first: 1, ½ or 0. Five labels count as three. */
const POINTS: Readonly<Record<Verdict, number>> = {
  first_much: 1,
  first: 1,
  tie: 0.5,
  both_bad: 0.5,
  second: 0,
  second_much: 0,
};

/** The points of the answer shown first. */
export function pointsOfFirst(verdict: Verdict): number {
  return POINTS[verdict];
}

/** The preference for the answer shown first in 0..1: by log-probabilities where there are any, else the points. */
export function preferenceForFirst({ verdict, score }: Pick<Judgement, 'verdict' | 'score'>): number | null {
  if (score !== null) return score;
  return verdict === null ? null : pointsOfFirst(verdict);
}

/** True for a much better first or second answer. */
export function isStrong(verdict: Verdict): boolean {
  return verdict === 'first_much' || verdict === 'second_much';
}
