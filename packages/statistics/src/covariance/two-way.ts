import { positivePart } from '../linear-algebra/nearest-positive.js';
import type { CovarianceRepair } from './rating-covariance.js';

/** A covariance of strengths relative to their mean, and how many clusters it comes from. */
export interface WayCovariance {
  readonly matrix: Float64Array;
  readonly clusters: number;
}

/** A covariance of two ways of clustering; `clusters` are those that its degrees of freedom come from. */
export interface CombinedCovariance extends WayCovariance {
  readonly repair: CovarianceRepair;
}

/** Variances above this part of the largest one, below 0, are rounding. */
const ROUNDING = 1e-9;

/** The only way, or first + second − both, repaired as `clusteredCovariance` says. */
export function combineWays(ways: readonly WayCovariance[], bothWays: () => Float64Array): CombinedCovariance {
  const [first, second] = ways;
  if (first === undefined) throw new RangeError('a clustered covariance needs clusters');
  if (second === undefined) return { ...first, repair: { kind: 'none' } };
  const both = bothWays();
  const size = Math.sqrt(both.length);
  const clusters = Math.min(first.clusters, second.clusters);
  const matrix = both.map((value, at) => first.matrix[at]! + second.matrix[at]! - value);
  if (!hasNegativeVariance(matrix, size)) return { matrix, clusters, repair: { kind: 'none' } };
  const excess = positivePart(
    matrix.map((value, at) => value - both[at]!),
    size,
  );
  return { matrix: both.map((value, at) => value + excess.matrix[at]!), clusters, repair: { kind: 'eigenvalues' } };
}

/** Whether the variance of a strength or of a difference of two is negative. */
function hasNegativeVariance(matrix: Float64Array, size: number): boolean {
  const own = Float64Array.from({ length: size }, (_, at) => matrix[at * size + at]!);
  const least = -ROUNDING * own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let row = 0; row < size; row += 1) {
    if (own[row]! < least) return true;
    for (let column = 0; column < row; column += 1) {
      if (own[row]! + own[column]! - 2 * matrix[row * size + column]! < least) return true;
    }
  }
  return false;
}
