import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { positivePart } from '../linear-algebra/nearest-positive.js';
import { pivotedCholesky } from '../linear-algebra/pivoted-cholesky.js';
import { quantile } from '../quantile.js';
import { normalNumbers } from '../random/normal.js';
import { seededRandom } from '../random/xoshiro.js';
import { differenceStandardErrors } from './difference-standard-errors.js';

/** More degrees of freedom than this are as good as infinitely many. */
const MANY_DEGREES = 1000;

/** Draws by which a quantile is found. */
export interface DrawOptions {
  /** Default 4000, which leaves the level 0.95 uncertain by 0.003. */
  readonly draws?: number;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * The value that the largest |t| of all differences of two ratings stays below with the given probability, if the ratings vary about their true
 * values like a multivariate normal (Student's t where there are few clusters) of this covariance. By seeded draws.
 */
export function maxTQuantile(
  covariance: RatingCovariance,
  probability: number,
  { draws = 4000, seed = 0 }: DrawOptions = {},
): number {
  const rated = Array.from({ length: covariance.models }, (_, model) => model).filter(
    (model) => !Number.isNaN(covariance.matrix[model * covariance.models + model]!),
  );
  const size = rated.length;
  const ofRated = Float64Array.from({ length: size * size }, (_, at) => {
    const row = rated[Math.floor(at / size)]!;
    return covariance.matrix[row * covariance.models + rated[at % size]!]!;
  });
  // Two ways of clustering may leave negative eigenvalues, of which nothing can be drawn.
  const matrix = covariance.clusters.length > 1 ? positivePart(ofRated, size).matrix : ofRated;
  const errors = differenceStandardErrors({ ...covariance, models: size, matrix });
  const precisions = errors.map((error) => (error > 0 ? 1 / error : 0));
  const { factor, rank } = pivotedCholesky(matrix, size);
  const normal = normalNumbers(seededRandom(seed));
  const largest = Float64Array.from({ length: draws }, () => {
    const values = drawRatings(factor, Float64Array.from({ length: rank }, normal));
    return largestRatio(values, precisions) / studentDivisor(covariance.degreesOfFreedom, normal);
  });
  return quantile(largest.sort(), probability);
}

function drawRatings(factor: Float64Array, normals: Float64Array): Float64Array {
  const rank = normals.length;
  const values = new Float64Array(rank === 0 ? 0 : factor.length / rank);
  for (let row = 0; row < values.length; row += 1) {
    let sum = 0;
    for (let k = 0; k < rank; k += 1) sum += factor[row * rank + k]! * normals[k]!;
    values[row] = sum;
  }
  return values;
}

function largestRatio(values: Float64Array, precisions: Float64Array): number {
  const size = values.length;
  let largest = 0;
  for (let row = 1; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const ratio = Math.abs(values[row]! - values[column]!) * precisions[row * size + column]!;
      if (ratio > largest) largest = ratio;
    }
  }
  return largest;
}

/** √(χ²/degrees), which makes a normal vector one of Student's t. */
function studentDivisor(degrees: number, normal: () => number): number {
  if (degrees > MANY_DEGREES) return 1;
  let square = 0;
  for (let k = 0; k < degrees; k += 1) square += normal() ** 2;
  return Math.sqrt(square / degrees);
}
