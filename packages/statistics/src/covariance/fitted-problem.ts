import type { PairCounts } from '../comparisons/pair-counts.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { parameterCount, type Likelihood } from '../ratings/likelihood.js';
import { factoredInformation } from '../ratings/maximise.js';
import { pairProblem } from '../ratings/pair-problem.js';
import { tieRuleOf, type RatingFit } from '../ratings/rating-fit.js';

/** A fit taken up again: the likelihood at its maximum. */
export interface FittedProblem extends Likelihood {
  /** Strengths by place, where a phantom's is 0, and log ν where ties have a parameter. */
  readonly parameters: Float64Array;
  /** Cholesky factor of the information. */
  readonly factor: Float64Array;
  /** Component of the "has beaten" graph of each place. */
  readonly component: Int32Array;
}

/** The likelihood of the counts that a fit was made from, at the fit. */
export function fittedProblem(counts: PairCounts, fit: RatingFit): FittedProblem {
  const problem = pairProblem(counts, tieRuleOf(fit));
  const tieParameter = fit.method === 'davidson' && fit.tieParameter > 0;
  const likelihood: Likelihood = { problem, tieParameter, prior: fit.prior?.ties ?? 0 };
  const zero = fit.prior?.rating ?? fit.gauge.rating;
  const parameters = new Float64Array(parameterCount(likelihood));
  for (const [place, model] of problem.model.entries()) parameters[place] = (fit.ratings[model]! - zero) / ELO_POINTS;
  if (fit.method === 'davidson' && tieParameter) parameters[problem.size] = Math.log(fit.tieParameter);
  const factor = factoredInformation(likelihood, parameters);
  if (factor === undefined) throw new RangeError('the information of the votes is singular to working precision');
  const component = problem.model.map((model) => fit.components.of[model]!);
  return { ...likelihood, parameters, factor, component };
}

/**
 * Whether one of two models won all games of its component against the other's. Residuals of their games are near 0 however few there are,
 * and say nothing of how the votes vary.
 */
export function isOneSided({ component }: FittedProblem, first: number, second: number): boolean {
  return component[first] !== component[second];
}
