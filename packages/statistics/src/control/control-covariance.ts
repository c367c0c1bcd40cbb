import type { Clusters } from '../comparisons/comparisons.js';
import { clusterGroups } from '../comparisons/cluster-groups.js';
import { winProbability } from '../ratings/win-probability.js';
import type { CovarianceRepair } from '../covariance/rating-covariance.js';
import { combineWays } from '../covariance/two-way.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { ScatterMatrix } from '../linear-algebra/scatter-matrix.js';
import { sandwiched } from '../linear-algebra/multiply.js';
import { parameterCount, voteLogit, type ControlProblem } from './control-problem.js';
import type { ControlMaximum } from './maximise-control.js';

/** Covariance of all parameters, row-major. */
export interface ControlCovariance {
  readonly matrix: Float64Array;
  readonly clusters: readonly number[];
  readonly degreesOfFreedom: number;
  readonly repair: CovarianceRepair;
}

/**
 * The sandwich covariance of ratings and coefficients, of independent votes or clustered in one way or two as in `clusteredCovariance`. Throws a
 * RangeError where votes are in fewer than two clusters.
 */
export function controlCovariance(
  problem: ControlProblem,
  { parameters, factor }: ControlMaximum,
  clusters: readonly Clusters[],
): ControlCovariance {
  const n = parameterCount(problem);
  const bread = invertFactored(factor, n);
  const residuals = problem.score.map((score, vote) => score - winProbability(voteLogit(problem, parameters, vote)));
  const covarianceOf = (ways: readonly Clusters[]) => {
    const meat = meatOf(problem, residuals, ways);
    addPrior(problem, parameters, meat.matrix);
    return { clusters: meat.clusters, matrix: sandwiched(bread, meat.matrix, n) };
  };
  if (clusters.length === 0) {
    const each = { count: residuals.length, of: Int32Array.from(residuals, (_, vote) => vote) };
    const { matrix } = covarianceOf([each]);
    return { matrix, clusters: [], degreesOfFreedom: Infinity, repair: { kind: 'none' } };
  }
  const ways = clusters.map((way) => covarianceOf([way]));
  const { matrix, repair, clusters: fewest } = combineWays(ways, () => covarianceOf(clusters).matrix);
  return { matrix, clusters: ways.map((way) => way.clusters), degreesOfFreedom: fewest - 1, repair };
}

/** Σ_c G_c·G_cᵀ · C/(C − 1), G_c the sum over a cluster's votes of (o − p)·(d, z). */
function meatOf(problem: ControlProblem, residuals: Float64Array, ways: readonly Clusters[]) {
  const { size, first, second, columns } = problem;
  const n = parameterCount(problem);
  const { count, start, order } = clusterGroups(ways, new Uint8Array(residuals.length).fill(1));
  if (count < 2) throw new RangeError(`votes are in ${count} cluster; a covariance needs at least 2`);
  const meat = new ScatterMatrix(n);
  for (let group = 0; group < count; group += 1) {
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const vote = order[at]!;
      const residual = residuals[vote]!;
      meat.add(first[vote]!, residual);
      meat.add(second[vote]!, -residual);
      for (let feature = 0; feature < columns.length; feature += 1)
        meat.add(size + feature, residual * columns[feature]![vote]!);
    }
    meat.endVector();
  }
  // Votes on their own are no clusters: as in the plain sandwich there is no factor.
  const factor = count === residuals.length ? 1 : count / (count - 1);
  return { matrix: meat.scaled(factor), clusters: count };
}

/** The phantom's ties have no residuals to speak of; they enter with their expected information, as in the raw ratings. */
function addPrior({ size, prior, columns }: ControlProblem, parameters: Float64Array, matrix: Float64Array): void {
  const n = size + columns.length;
  for (let place = 0; place < size; place += 1) {
    const p = winProbability(parameters[place]!);
    matrix[place * n + place]! += prior * p * (1 - p);
  }
}
