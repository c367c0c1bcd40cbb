import { DEFAULT_CONFIDENCE } from '../interval.js';
import { studentTQuantile } from '../student-t.js';
import type { RatingCovariance } from './rating-covariance.js';

/** Lower and upper ends by model. */
export interface RatingIntervals {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Standard error of each rating against the gauge, in points. */
export function ratingStandardErrors({ models, matrix }: RatingCovariance): Float64Array {
  return Float64Array.from({ length: models }, (_, model) => Math.sqrt(matrix[model * models + model]!));
}

/** Standard error of the difference of two ratings, in points; it does not depend on the gauge. */
export function differenceStandardError({ models, matrix }: RatingCovariance, first: number, second: number): number {
  const variance =
    matrix[first * models + first]! + matrix[second * models + second]! - 2 * matrix[first * models + second]!;
  // Rounding may leave a difference that does not vary a hair below 0.
  return Math.sqrt(Math.max(0, variance));
}

/** How many standard errors an interval reaches to each side: Student's t with the covariance's degrees of freedom. */
export function intervalReach({ degreesOfFreedom }: RatingCovariance, confidence = DEFAULT_CONFIDENCE): number {
  return studentTQuantile(confidence, degreesOfFreedom);
}

/** Intervals of the ratings, symmetric, each by itself. */
export function ratingIntervals(
  ratings: Float64Array,
  covariance: RatingCovariance,
  confidence = DEFAULT_CONFIDENCE,
): RatingIntervals {
  const reach = intervalReach(covariance, confidence);
  const errors = ratingStandardErrors(covariance);
  return {
    lower: ratings.map((rating, model) => rating - reach * errors[model]!),
    upper: ratings.map((rating, model) => rating + reach * errors[model]!),
  };
}
