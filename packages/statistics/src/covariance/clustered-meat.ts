import { FIRST_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { clusterGroups } from '../comparisons/cluster-groups.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import { winProbability } from '../bradley-terry/likelihood.js';
import { isOneSided, type FittedProblem } from './fitted-problem.js';

/** Variance of the gradient from clusters that are independent, and how many had votes. */
export interface ClusteredMeat {
  readonly matrix: Float64Array;
  readonly clusters: number;
}

/** The votes of a fit. */
export interface FittedVotes {
  readonly comparisons: Comparisons;
  readonly ties: TieRule;
  readonly fitted: FittedProblem;
}

/**
 * Σ_c G_c·G_cᵀ · C/(C − 1), where G_c sums (o − p)·d over a cluster's votes (K.-Y. Liang, S. Zeger, Biometrika 73, 1986, with the small
 * sample factor CR1). With two ways of clustering a cluster is a combination of both. Votes of one-sided pairs are left out.
 */
export function clusteredMeat(votes: FittedVotes, ways: readonly Clusters[]): ClusteredMeat {
  const { size } = votes.fitted.problem;
  const residual = residuals(votes);
  const { first, second } = votes.comparisons;
  const { count, start, order } = clusterGroups(ways, (index) => !Number.isNaN(residual.of[index]!));
  const matrix = new Float64Array(size * size);
  const sum = new Float64Array(size);
  const touched = new Int32Array(size);
  const seen = new Int32Array(size).fill(-1);
  const factor = count / (count - 1);
  for (let group = 0; group < count; group += 1) {
    let models = 0;
    const add = (place: number, value: number): void => {
      if (seen[place] !== group) {
        seen[place] = group;
        touched[models++] = place;
        sum[place] = 0;
      }
      sum[place]! += value;
    };
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const vote = order[at]!;
      add(residual.place[first[vote]!]!, residual.of[vote]!);
      add(residual.place[second[vote]!]!, -residual.of[vote]!);
    }
    for (let row = 0; row < models; row += 1) {
      const from = touched[row]!;
      for (let column = 0; column < models; column += 1) {
        const to = touched[column]!;
        matrix[from * size + to]! += factor * sum[from]! * sum[to]!;
      }
    }
  }
  return { matrix, clusters: count };
}

/** o − p of every vote, NaN for those that do not count, and the place of every model. */
function residuals({ comparisons: { models, first, second, outcome }, ties, fitted }: FittedVotes) {
  const { problem, strengths } = fitted;
  const place = new Int32Array(models).fill(-1);
  for (const [at, model] of problem.model.entries()) place[model] = at;
  const of = Float64Array.from(outcome, (result, vote) => {
    const a = place[first[vote]!]!;
    const b = place[second[vote]!]!;
    if (a === b || isOneSided(fitted, a, b) || (ties === 'drop' && result === TIE)) return Number.NaN;
    const score = result === TIE ? 0.5 : result === FIRST_WINS ? 1 : 0;
    return score - winProbability(strengths[a]! - strengths[b]!);
  });
  return { of, place };
}
