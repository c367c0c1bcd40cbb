import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';
import { pairScoreVariance } from './pair-score-variance.js';

/** What is to be shown of a pair of models, and what is supposed of it. */
export interface NonInferiorityPlan {
  /** How far below ½ the win rate (ties half) may lie; 0.05 by default in this field. */
  readonly margin: number;
  /** Share of ties. */
  readonly tieRate: number;
  /** The supposed true win rate, ties half: ½, equal models, by default. */
  readonly winRate?: number | undefined;
  /** Probability to succeed if all is as supposed, ½ to 1; 0.8 by default. */
  readonly power?: number | undefined;
  /** Of the one-sided bound; 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Factor on the standard error for clustering, 1 by default; see `QUESTION_INFLATION`. */
  readonly inflation?: number | undefined;
}

/**
 * Votes on one pair of models needed to show that the one is not inferior to the other: (z_α + z_β)²·σ²·inflation² / (rate − (½ − margin))²,
 * σ² the variance of a vote's score (S. A. Julious, Sample sizes for clinical trials with normal data, Statistics in Medicine 23, 2004, §5).
 * Infinite when the supposed rate is not above the limit.
 */
export function nonInferiorityVotes(plan: NonInferiorityPlan): number {
  const { margin, tieRate, winRate = 0.5, power = 0.8, confidence = 0.95, inflation = 1 } = plan;
  const distance = winRate - (0.5 - margin);
  if (distance <= 0) return Infinity;
  const z = normalQuantile(twoSidedLevel(confidence)) + normalQuantile(twoSidedLevel(power));
  const variance = pairScoreVariance({ winRate, tieRate });
  return Math.ceil((z * inflation) ** 2 * (variance / distance ** 2));
}
