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
  const precisions = precisionsOf(errors, size);
  const { factor, rank } = pivotedCholesky(matrix, size);
  const normal = normalNumbers(seededRandom(seed));
  const largest = Float64Array.from({ length: draws }, () => {
    const values = drawRatings(factor, Float64Array.from({ length: rank }, normal));
    return largestRatio(values, precisions) / studentDivisor(covariance.degreesOfFreedom, normal);
  });
  return quantile(largest.sort(), probability);
}

/** 1 / standard error of each difference, 0 where it does not vary, and of each row the largest. */
interface Precisions {
  readonly precisions: Float64Array;
  readonly best: Float64Array;
}

function precisionsOf(errors: Float64Array, size: number): Precisions {
  const precisions = errors.map((error) => (error > 0 ? 1 / error : 0));
  const best = Float64Array.from({ length: size }, (_, row) =>
    precisions.subarray(row * size, (row + 1) * size).reduce((most, precision) => Math.max(most, precision), 0),
  );
  return { precisions, best };
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

/** A row is looked through only where its largest difference could be the largest of all at the row's best precision. */
function largestRatio(values: Float64Array, { precisions, best }: Precisions): number {
  const size = values.length;
  const [least, most] = rangeOf(values);
  let largest = 0;
  for (let row = 0; row < size; row += 1) {
    const value = values[row]!;
    if (Math.max(value - least, most - value) * best[row]! <= largest) continue;
    for (let column = 0; column < size; column += 1) {
      const ratio = Math.abs(value - values[column]!) * precisions[row * size + column]!;
      if (ratio > largest) largest = ratio;
    }
  }
  return largest;
}

function rangeOf(values: Float64Array): readonly [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** √(χ²/degrees), which makes a normal vector one of Student's t. */
function studentDivisor(degrees: number, normal: () => number): number {
  if (degrees > MANY_DEGREES) return 1;
  let square = 0;
  for (let k = 0; k < degrees; k += 1) square += normal() ** 2;
  return Math.sqrt(square / degrees);
}
