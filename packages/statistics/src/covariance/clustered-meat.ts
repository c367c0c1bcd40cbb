import { FIRST_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { clusterGroups } from '../comparisons/cluster-groups.js';
import { parameterCount, tieParameterOf } from '../ratings/likelihood.js';
import { expectedScore, pairOutcome } from '../ratings/pair-outcome.js';
import { tieRuleOf, type RatingFit } from '../ratings/rating-fit.js';
import { ScatterMatrix } from '../linear-algebra/scatter-matrix.js';
import { isOneSided, type FittedProblem } from './fitted-problem.js';

/** Variance of the gradient from clusters that are independent, and how many had votes. */
export interface ClusteredMeat {
  readonly matrix: Float64Array;
  readonly clusters: number;
}

/** The votes of a fit. */
export interface FittedVotes {
  readonly comparisons: Comparisons;
  readonly fit: RatingFit;
  readonly fitted: FittedProblem;
}

/**
 * Σ_c G_c·G_cᵀ · C/(C − 1), where G_c sums (o − p)·d over a cluster's votes (K.-Y. Liang, S. Zeger, Biometrika 73, 1986, with the small
 * sample factor CR1). With two ways of clustering a cluster is a combination of both. Votes of one-sided pairs are left out.
 */
export function clusteredMeat(votes: FittedVotes, ways: readonly Clusters[]): ClusteredMeat {
  const { problem, tieParameter } = votes.fitted;
  const order = parameterCount(votes.fitted);
  const residual = residuals(votes);
  const { count, start, order: sorted } = clusterGroups(ways, residual.included);
  const meat = new ScatterMatrix(order);
  for (let group = 0; group < count; group += 1) {
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const vote = sorted[at]!;
      meat.add(residual.first[vote]!, residual.score[vote]!);
      meat.add(residual.second[vote]!, -residual.score[vote]!);
      if (tieParameter) meat.add(problem.size, residual.tie[vote]!);
    }
    meat.endVector();
  }
  return { matrix: meat.scaled(count / (count - 1)), clusters: count };
}

/** Residual of each vote's score and of its tie, the places of its models, and whether it counts. */
function residuals({ comparisons, fit, fitted }: FittedVotes) {
  const { first, second, outcome } = comparisons;
  const { problem, parameters } = fitted;
  const nu = tieParameterOf(fitted, parameters);
  const place = new Int32Array(comparisons.models).fill(-1);
  for (const [at, model] of problem.model.entries()) place[model] = at;
  const dropped = tieRuleOf(fit) === 'drop';
  const residual = {
    first: first.map((model) => place[model]!),
    second: second.map((model) => place[model]!),
    included: new Uint8Array(outcome.length),
    score: new Float64Array(outcome.length),
    tie: new Float64Array(outcome.length),
  };
  for (let vote = 0; vote < outcome.length; vote += 1) {
    const a = residual.first[vote]!;
    const b = residual.second[vote]!;
    const result = outcome[vote]!;
    if (a === b || isOneSided(fitted, a, b) || (dropped && result === TIE)) continue;
    const expected = pairOutcome(parameters[a]! - parameters[b]!, nu);
    const score = result === TIE ? 0.5 : result === FIRST_WINS ? 1 : 0;
    residual.included[vote] = 1;
    residual.score[vote] = score - expectedScore(expected);
    residual.tie[vote] = (result === TIE ? 1 : 0) - expected.tie;
  }
  return residual;
}
