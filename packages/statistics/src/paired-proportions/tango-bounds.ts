import { bisect } from '../bisect.js';
import type { Interval } from '../interval.js';
import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';

/** How two models did on the same questions, each right or wrong. */
export interface MatchedPairs {
  /** Questions that only the first got right. */
  readonly firstOnly: number;
  /** Questions that only the second got right. */
  readonly secondOnly: number;
  /** All questions. */
  readonly count: number;
}

/**
 * One-sided bounds, each of `confidence`, of the difference first − second of two proportions from matched pairs: the differences that
 * Tango's score test does not reject (T. Tango, Equivalence test and confidence interval for the difference in proportions for the
 * paired-sample design, Statistics in Medicine 17, 1998, 891–908). It holds its level for few pairs and where the two never disagree, when
 * the usual "difference ± t·SE" has no width at all; recommended for that by M. W. Fagerland, S. Lydersen, P. Laake, Statistics in
 * Medicine 33, 2014, 2850–2875. From −1 to 1 without questions.
 */
export function tangoBounds(pairs: MatchedPairs, confidence: number): Interval {
  const { firstOnly, secondOnly, count } = pairs;
  if (count === 0) return { lower: -1, upper: 1 };
  const z = normalQuantile(twoSidedLevel(confidence));
  const estimate = (firstOnly - secondOnly) / count;
  const below = bisect((reach) => scoreStatistic(pairs, estimate - reach), z);
  const above = bisect((reach) => -scoreStatistic(pairs, estimate + reach), z);
  return { lower: Math.max(-1, estimate - below), upper: Math.min(1, estimate + above) };
}

/** How many standard errors, as they are if the true difference is `difference`, the observed one lies above it. */
function scoreStatistic({ firstOnly, secondOnly, count }: MatchedPairs, difference: number): number {
  if (difference <= -1) return Infinity;
  if (difference >= 1) return -Infinity;
  const distance = firstOnly - secondOnly - count * difference;
  if (distance === 0) return 0;
  const share = restrictedShare({ firstOnly, secondOnly, count }, difference);
  return distance / Math.sqrt(count * (2 * share + difference * (1 - difference)));
}

/** The most likely share of questions that only the second gets right, given the difference: the root of Tango's equation (1998, §2). */
function restrictedShare({ firstOnly, secondOnly, count }: MatchedPairs, difference: number): number {
  const a = 2 * count;
  const b = -firstOnly - secondOnly + (2 * count - firstOnly + secondOnly) * difference;
  const c = -secondOnly * difference * (1 - difference);
  return (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
}
