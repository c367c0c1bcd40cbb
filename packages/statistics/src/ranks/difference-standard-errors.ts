import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { differenceStandardError } from '../covariance/rating-intervals.js';

/** Differences that vary by less than this part of the ratings' own deviation do not vary but for rounding. */
const ROUNDING = 1e-7;

/** Standard errors of all differences of two ratings, row-major models × models; 0 where a difference does not vary. */
export function differenceStandardErrors(covariance: RatingCovariance): Float64Array {
  const { models, matrix } = covariance;
  const errors = new Float64Array(models * models);
  for (let first = 0; first < models; first += 1) {
    for (let second = 0; second < first; second += 1) {
      const error = differenceStandardError(covariance, first, second);
      const own = Math.sqrt(Math.max(matrix[first * models + first]!, matrix[second * models + second]!));
      const value = error < ROUNDING * own ? 0 : error;
      errors[first * models + second] = value;
      errors[second * models + first] = value;
    }
  }
  return errors;
}
