import type { PairCounts } from '../comparisons/pair-counts.js';
import { addPrior, emptyWeights, informationWeights, matrixOf, tieParameterOf } from '../ratings/likelihood.js';
import { expectedScore, pairOutcome } from '../ratings/pair-outcome.js';
import { isOneSided, type FittedProblem } from './fitted-problem.js';

/**
 * Variance of the gradient where all votes are independent: Σ r·rᵀ of their residuals. For Bradley–Terry that is a Laplacian of the pairs with
 * weights w(1 − p)² + l·p² + t(½ − p)². One-sided pairs and the prior have no residuals to speak of and enter with their information.
 */
export function independentMeat(counts: PairCounts, fitted: FittedProblem): Float64Array {
  const { problem, parameters } = fitted;
  const nu = tieParameterOf(fitted, parameters);
  const weights = informationWeights(fitted, parameters);
  for (let at = 0; at < problem.pair.length; at += 1) {
    const first = problem.first[at]!;
    const second = problem.second[at]!;
    if (isOneSided(fitted, first, second)) continue;
    const wins = counts.wins[problem.pair[at]!]!;
    const losses = counts.losses[problem.pair[at]!]!;
    const ties = problem.ties[at]!;
    const outcome = pairOutcome(parameters[first]! - parameters[second]!, nu);
    const score = expectedScore(outcome);
    const { tie } = outcome;
    weights.score[at] = wins * (1 - score) ** 2 + losses * score ** 2 + ties * (0.5 - score) ** 2;
    weights.tie[at] = (wins + losses) * tie ** 2 + ties * (1 - tie) ** 2;
    weights.both[at] = (losses * score - wins * (1 - score)) * tie + ties * (0.5 - score) * (1 - tie);
  }
  return addPrior(fitted, parameters, matrixOf(fitted, weights));
}

/** What one-sided pairs and the prior add where the other pairs' votes come in clusters. */
export function expectedMeat(fitted: FittedProblem): Float64Array {
  const { problem, parameters } = fitted;
  const expected = informationWeights(fitted, parameters);
  const weights = emptyWeights(problem.pair.length);
  for (let at = 0; at < problem.pair.length; at += 1) {
    if (!isOneSided(fitted, problem.first[at]!, problem.second[at]!)) continue;
    weights.score[at] = expected.score[at]!;
    weights.tie[at] = expected.tie[at]!;
    weights.both[at] = expected.both[at]!;
  }
  return addPrior(fitted, parameters, matrixOf(fitted, weights));
}
