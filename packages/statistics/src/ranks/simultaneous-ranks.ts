import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { DEFAULT_CONFIDENCE } from '../interval.js';
import { maxTQuantile, type DrawOptions } from './max-t-quantile.js';
import { differenceStandardErrors } from './difference-standard-errors.js';
import { ranksOf, type RankIntervals } from './rank-intervals.js';

/** Rank intervals that hold for all models together. */
export interface SimultaneousRanks extends RankIntervals {
  /** How many standard errors two ratings must differ by. */
  readonly criticalValue: number;
}

/** How sure the ranks are to be, and the draws that they come from. */
export interface SimultaneousRankOptions extends DrawOptions {
  /** Probability that all rank intervals are right at once; 0.95 by default. */
  readonly confidence?: number;
}

/**
 * Ranks from tests of all pairs' differences, each with its own standard error, such that with the given confidence not one of all pairs is
 * wrongly told apart: a model's best rank is 1 and the models that are surely better (M. Mogstad, J. Romano, A. Shaikh, D. Wilhelm,
 * Inference for ranks, Review of Economic Studies 91, 2024). The critical value is that of the largest |t| of all pairs, by draws from the
 * covariance (`maxTQuantile`), so that it knows how the pairs hang together.
 */
export function simultaneousRanks(
  ratings: Float64Array,
  covariance: RatingCovariance,
  { confidence = DEFAULT_CONFIDENCE, ...draws }: SimultaneousRankOptions = {},
): SimultaneousRanks {
  const errors = differenceStandardErrors(covariance);
  const criticalValue = maxTQuantile(covariance, confidence, draws);
  const rated = Array.from(ratings, (rating) => !Number.isNaN(rating));
  const isBetter = (a: number, b: number): boolean =>
    ratings[a]! - ratings[b]! > criticalValue * errors[a * ratings.length + b]!;
  return { ...ranksOf(rated, isBetter), criticalValue };
}
