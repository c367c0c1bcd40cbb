import type { BradleyTerryFit } from '../bradley-terry/bradley-terry-fit.js';
import { ELO_POINTS } from '../bradley-terry/elo-scale.js';
import { information, winProbability, withGauge, type Likelihood } from '../bradley-terry/likelihood.js';
import { pairProblem } from '../bradley-terry/pair-problem.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import { factorise } from '../linear-algebra/cholesky.js';

/** A fit taken up again: the likelihood at its maximum. */
export interface FittedProblem extends Likelihood {
  /** θ by place; with a prior the phantom's is 0. */
  readonly strengths: Float64Array;
  /** Cholesky factor of the information. */
  readonly factor: Float64Array;
  /** P(first beats second) of each pair of the problem. */
  readonly probabilities: Float64Array;
  /** Component of the "has beaten" graph of each place. */
  readonly component: Int32Array;
}

/**
 * Whether one of two models won all games of its component against the other's. Residuals of their games are near 0 however few there are,
 * and say nothing of how the votes vary.
 */
export function isOneSided({ component }: FittedProblem, first: number, second: number): boolean {
  return component[first] !== component[second];
}

/** The likelihood of the counts that a fit was made from, at the fit. */
export function fittedProblem(counts: PairCounts, fit: BradleyTerryFit): FittedProblem {
  const problem = pairProblem(counts, fit.ties);
  const { model, first, second } = problem;
  const zero = fit.prior?.rating ?? fit.gauge.rating;
  const strengths = Float64Array.from(model, (which) => (fit.ratings[which]! - zero) / ELO_POINTS);
  const likelihood = { problem, prior: fit.prior?.ties ?? 0 };
  const factor = withGauge(information(likelihood, strengths), problem.size, likelihood.prior);
  factorise(factor, problem.size);
  return {
    ...likelihood,
    strengths,
    factor,
    probabilities: Float64Array.from(first, (a, pair) => winProbability(strengths[a]! - strengths[second[pair]!]!)),
    component: model.map((which) => fit.components.of[which]!),
  };
}
