import { normalPValue } from '../chi-square.js';
import { studentTPValue } from '../student-t.js';
import { holmAdjusted } from './holm-adjusted.js';

/** Ratings with the covariance of their errors, row-major; both in the same units. */
export interface RatedModels {
  readonly ratings: ArrayLike<number>;
  readonly covariance: ArrayLike<number>;
  /** Degrees of freedom of a covariance from few clusters: their number − 1. Normal without it. */
  readonly degrees?: number | undefined;
}

/** That one model beats another. */
export interface BeatClaim {
  readonly winner: number;
  readonly loser: number;
  /** winner − loser, not negative. */
  readonly difference: number;
  /** Of the difference itself, which is smaller than what two overlapping intervals suggest. */
  readonly standardError: number;
  /** Two-sided. */
  readonly pValue: number;
  /** The p-value adjusted for all pairs by Holm's method: claim it where this is below α. */
  readonly adjustedPValue: number;
}

/** The claims "A beats B" of all pairs of models, the most certain first. */
export function beatClaims({ ratings, covariance, degrees }: RatedModels): readonly BeatClaim[] {
  const size = ratings.length;
  const pairs = Array.from({ length: size }, (_, a) => a).flatMap((a) =>
    Array.from({ length: size - a - 1 }, (_, step) => {
      const b = a + step + 1;
      const [winner, loser] = ratings[a]! >= ratings[b]! ? [a, b] : [b, a];
      const difference = ratings[winner]! - ratings[loser]!;
      const variance = covariance[a * size + a]! + covariance[b * size + b]! - 2 * covariance[a * size + b]!;
      const standardError = Math.sqrt(Math.max(0, variance));
      return { winner, loser, difference, standardError, pValue: pValueOf(difference, standardError, degrees) };
    }),
  );
  const adjusted = holmAdjusted(pairs.map(({ pValue }) => pValue));
  return pairs
    .map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index]! }))
    .toSorted((one, other) => one.pValue - other.pValue);
}

function pValueOf(difference: number, standardError: number, degrees: number | undefined): number {
  if (standardError === 0) return difference === 0 ? 1 : 0;
  const statistic = difference / standardError;
  return degrees === undefined ? normalPValue(statistic) : studentTPValue(statistic, degrees);
}
