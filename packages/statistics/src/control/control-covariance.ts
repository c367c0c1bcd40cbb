import type { Clusters } from '../comparisons/comparisons.js';
import { clusterGroups } from '../comparisons/cluster-groups.js';
import { winProbability } from '../bradley-terry/likelihood.js';
import type { CovarianceRepair } from '../covariance/rating-covariance.js';
import { combineWays } from '../covariance/two-way.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { multiply } from '../linear-algebra/multiply.js';
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
    return { clusters: meat.clusters, matrix: multiply(multiply(bread, meat.matrix, n), bread, n) };
  };
  const [first, second] = clusters.map((way) => covarianceOf([way]));
  if (first === undefined) {
    const each = { count: residuals.length, of: Int32Array.from(residuals, (_, vote) => vote) };
    const { matrix } = covarianceOf([each]);
    return { matrix, clusters: [], degreesOfFreedom: Infinity, repair: { kind: 'none' } };
  }
  if (second === undefined)
    return {
      matrix: first.matrix,
      clusters: [first.clusters],
      degreesOfFreedom: first.clusters - 1,
      repair: { kind: 'none' },
    };
  const combined = combineWays(first, second, covarianceOf(clusters).matrix);
  return {
    matrix: combined.matrix,
    clusters: [first.clusters, second.clusters],
    degreesOfFreedom: combined.clusters - 1,
    repair: combined.repair,
  };
}

/** Σ_c G_c·G_cᵀ · C/(C − 1), G_c the sum over a cluster's votes of (o − p)·(d, z). */
function meatOf(problem: ControlProblem, residuals: Float64Array, ways: readonly Clusters[]) {
  const { size, first, second, columns } = problem;
  const n = parameterCount(problem);
  const { count, start, order } = clusterGroups(ways, () => true);
  if (count < 2) throw new RangeError(`votes are in ${count} cluster; a covariance needs at least 2`);
  const matrix = new Float64Array(n * n);
  const sum = new Float64Array(n);
  for (let group = 0; group < count; group += 1) {
    const touched = new Set<number>();
    const add = (at: number, value: number): void => {
      touched.add(at);
      sum[at]! += value;
    };
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const vote = order[at]!;
      const residual = residuals[vote]!;
      add(first[vote]!, residual);
      add(second[vote]!, -residual);
      for (const [feature, column] of columns.entries()) add(size + feature, residual * column[vote]!);
    }
    for (const row of touched) for (const column of touched) matrix[row * n + column]! += sum[row]! * sum[column]!;
    for (const row of touched) sum[row] = 0;
  }
  // Votes on their own are no clusters: as in the plain sandwich there is no factor.
  const factor = count === residuals.length ? 1 : count / (count - 1);
  return { matrix: matrix.map((value) => value * factor), clusters: count };
}

/** The phantom's ties have no residuals to speak of; they enter with their expected information, as in the raw ratings. */
function addPrior({ size, prior, columns }: ControlProblem, parameters: Float64Array, matrix: Float64Array): void {
  const n = size + columns.length;
  for (let place = 0; place < size; place += 1) {
    const p = winProbability(parameters[place]!);
    matrix[place * n + place]! += prior * p * (1 - p);
  }
}
