import { laplacian, winProbability } from '../bradley-terry/likelihood.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import { isOneSided, type FittedProblem } from './fitted-problem.js';

/**
 * Variance of the gradient where all votes are independent: Σ (o − p)²·d·dᵀ, a Laplacian of the pairs with weights
 * w(1 − p)² + l·p² + t(½ − p)². One-sided pairs and the prior have no residuals to speak of and enter with their expected information.
 */
export function independentMeat(counts: PairCounts, ties: TieRule, fitted: FittedProblem): Float64Array {
  const { problem, probabilities } = fitted;
  const weights = probabilities.map((p, at) => {
    if (isOneSided(fitted, problem.first[at]!, problem.second[at]!)) return problem.games[at]! * p * (1 - p);
    const pair = problem.pair[at]!;
    const tied = ties === 'half' ? counts.ties[pair]! : 0;
    return counts.wins[pair]! * (1 - p) ** 2 + counts.losses[pair]! * p ** 2 + tied * (0.5 - p) ** 2;
  });
  return addPriorInformation(laplacian(problem, weights), fitted);
}

/** What one-sided pairs and the prior add where the other pairs' votes come in clusters. */
export function expectedMeat(fitted: FittedProblem): Float64Array {
  const { problem, probabilities } = fitted;
  const weights = probabilities.map((p, at) =>
    isOneSided(fitted, problem.first[at]!, problem.second[at]!) ? problem.games[at]! * p * (1 - p) : 0,
  );
  return addPriorInformation(laplacian(problem, weights), fitted);
}

function addPriorInformation(matrix: Float64Array, { problem: { size }, prior, strengths }: FittedProblem) {
  for (let place = 0; place < size; place += 1) {
    const p = winProbability(strengths[place]!);
    matrix[place * size + place]! += prior * p * (1 - p);
  }
  return matrix;
}
