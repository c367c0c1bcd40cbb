import type { Interval } from '../interval.js';
import { twoSidedLevel } from '../one-sided.js';
import { studentTQuantile } from '../student-t.js';
import { wilsonInterval } from '../wilson-interval.js';

/** From so many clusters on, their spread is known well enough for Student's quantile. */
const FEW_CLUSTERS = 10;

/** Two one-sided bounds. */
export type Bounds = Interval;

/**
 * One-sided bounds of a mean score between 0 and 1: mean ∓ t·SE with C − 1 degrees of freedom. With fewer than ten clusters, or where all
 * clusters agree and the standard error is 0, the bounds are Wilson's for C trials, or Student's where these are wider: a cluster's mean
 * score between 0 and 1 varies no more than a trial that is 0 or 1, so they are on the safe side.
 */
export function scoreBounds(
  {
    mean,
    standardError,
    clusters,
  }: { readonly mean: number; readonly standardError: number; readonly clusters: number },
  confidence: number,
): Bounds {
  const level = twoSidedLevel(confidence);
  const wilson = wilsonInterval({ successes: mean * clusters, count: clusters }, level);
  if (wilson === undefined) return { lower: 0, upper: 1 };
  if (clusters < 2) return wilson;
  const reach = studentTQuantile(level, clusters - 1) * standardError;
  const student = { lower: Math.max(0, mean - reach), upper: Math.min(1, mean + reach) };
  if (clusters >= FEW_CLUSTERS && standardError > 0) return student;
  return { lower: Math.min(student.lower, wilson.lower), upper: Math.max(student.upper, wilson.upper) };
}
