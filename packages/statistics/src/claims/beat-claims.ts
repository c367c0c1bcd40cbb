import { normalPValue } from '../chi-square.js';
import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { differenceStandardError } from '../covariance/rating-intervals.js';
import { studentTPValue } from '../student-t.js';
import { holmAdjusted } from './holm-adjusted.js';

/** That one model beats another. */
export interface BeatClaim {
  readonly winner: number;
  readonly loser: number;
  /** winner − loser in points, not negative. */
  readonly difference: number;
  /** Of the difference itself, which is smaller than what two overlapping intervals suggest. */
  readonly standardError: number;
  /** Two-sided; Student's with the covariance's degrees of freedom. */
  readonly pValue: number;
  /** The p-value adjusted for all pairs by Holm's method: claim it where this is below α. */
  readonly adjustedPValue: number;
}

/** The claims "A beats B" of all pairs of rated models, the most certain first. */
export function beatClaims(ratings: ArrayLike<number>, covariance: RatingCovariance): readonly BeatClaim[] {
  const rated = Array.from(ratings, (_, model) => model).filter((model) => !Number.isNaN(ratings[model]!));
  const pairs = rated.flatMap((a, at) =>
    rated.slice(at + 1).map((b) => {
      const [winner, loser] = ratings[a]! >= ratings[b]! ? [a, b] : [b, a];
      const difference = ratings[winner]! - ratings[loser]!;
      const standardError = differenceStandardError(covariance, a, b);
      const pValue = pValueOf({ difference, standardError, degrees: covariance.degreesOfFreedom });
      return { winner, loser, difference, standardError, pValue };
    }),
  );
  const adjusted = holmAdjusted(pairs.map(({ pValue }) => pValue));
  return pairs
    .map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index]! }))
    .toSorted((one, other) => one.pValue - other.pValue);
}

function pValueOf({
  difference,
  standardError,
  degrees,
}: {
  readonly difference: number;
  readonly standardError: number;
  readonly degrees: number;
}): number {
  if (standardError === 0) return difference === 0 ? 1 : 0;
  const statistic = difference / standardError;
  return Number.isFinite(degrees) ? studentTPValue(statistic, degrees) : normalPValue(statistic);
}
