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

/** The only way, or first + second − both, repaired as `clusteredCovariance` says. */
export function combineWays(ways: readonly WayCovariance[], bothWays: () => Float64Array): CombinedCovariance {
  const [first, second] = ways;
  if (first === undefined) throw new RangeError('a clustered covariance needs clusters');
  if (second === undefined) return { ...first, repair: { kind: 'none' } };
  const both = bothWays();
  const size = Math.sqrt(both.length);
  const sum = both.map((value, at) => first.matrix[at]! + second.matrix[at]! - value);
  const { matrix, changed } = positivePart(sum, size);
  const width = trace(matrix, size);
  const [way, wider] = trace(first.matrix, size) >= trace(second.matrix, size) ? [0, first] : [1, second];
  if (trace(wider.matrix, size) > width) return { ...wider, repair: { kind: 'one-way', way } };
  return {
    matrix,
    clusters: Math.min(first.clusters, second.clusters),
    repair: { kind: changed ? 'eigenvalues' : 'none' },
  };
}

/** Variances of all differences, summed, are the trace times the number of models. */
function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += matrix[row * size + row]!;
  return sum;
}
