import { chiSquarePValue } from '../chi-square.js';
import { stronglyConnectedComponents } from '../comparisons/components.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import { fittedProblem, type FittedProblem } from '../covariance/fitted-problem.js';
import { solveFactored } from '../linear-algebra/cholesky.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';
import { winProbability } from '../ratings/win-probability.js';

/** How well Bradley–Terry describes the votes. */
export interface FitAssessment {
  readonly models: number;
  /**
   * Standardised residuals, a square as in `WinRateMap`: actual minus predicted in standard errors, positive where the row did better than its
   * rating says. About standard normal where the model holds. NaN where two have not met, where the ratings follow the pair whatever its
   * votes are (its only link), and on the diagonal.
   */
  readonly residuals: Float64Array;
  /** Pearson's goodness of fit: the sum over pairs of (score − n·p)²/(φ·n·p(1 − p)). */
  readonly chiSquare: number;
  /** Pairs that met − models + connected parts. */
  readonly degreesOfFreedom: number;
  /** Of independent votes that follow the model; NaN without degrees of freedom. Votes clustered by question make it too small. */
  readonly pValue: number;
  /** φ ≤ 1: variance of a vote's score with half-win ties, relative to one that is 0 or 1. */
  readonly dispersion: number;
}

/**
 * Compares the counts of a fit with what it predicts. Pearson residuals are divided by √(1 − h), h the pair's leverage (P. McCullagh, J. A.
 * Nelder, Generalized linear models, 2nd ed. 1989, §12.5). Ties as half wins vary less than wins and losses: with the share of ties taken
 * as proportional to p(1 − p), φ = 1 − Σ ties / Σ 4n·p(1 − p), the same for all pairs; without it the test would hardly ever speak.
 */
export function assessFit(counts: PairCounts, fit: BradleyTerryFit): FitAssessment {
  const fitted = fittedProblem(counts, fit);
  const probabilities = pairProbabilities(fitted, fit);
  const { first, second, games, score, size, model } = fitted.problem;
  const { models } = counts;
  const dispersion = dispersionOf(counts, fit, { ...fitted, probabilities });
  const residuals = new Float64Array(models * models).fill(Number.NaN);
  let chiSquare = 0;
  for (const [pair, n] of games.entries()) {
    const p = probabilities[pair]!;
    const information = n * p * (1 - p);
    const residual = (score[pair]! - n * p) / Math.sqrt(dispersion * information);
    chiSquare += residual ** 2;
    const free = 1 - information * spread(fitted, first[pair]!, second[pair]!);
    const standardised = free > 1e-9 ? residual / Math.sqrt(free) : Number.NaN;
    const [a, b] = [model[first[pair]!]!, model[second[pair]!]!];
    residuals[a * models + b] = standardised;
    residuals[b * models + a] = -standardised;
  }
  const degreesOfFreedom = games.length - size + connectedParts(fitted);
  const pValue = degreesOfFreedom > 0 ? chiSquarePValue(chiSquare, degreesOfFreedom) : Number.NaN;
  return { models, residuals, chiSquare, degreesOfFreedom, pValue, dispersion };
}

/** Of each pair that met, the probability that its first model wins. */
function pairProbabilities({ problem: { model, first, second } }: FittedProblem, fit: BradleyTerryFit): Float64Array {
  const rating = (place: number): number => fit.ratings[model[place]!]!;
  return Float64Array.from(first, (a, pair) => winProbability((rating(a) - rating(second[pair]!)) / ELO_POINTS));
}

function dispersionOf(
  { ties }: PairCounts,
  fit: BradleyTerryFit,
  { problem, probabilities }: Pick<FittedProblem, 'problem'> & { readonly probabilities: Float64Array },
): number {
  if (fit.ties === 'drop') return 1;
  let tied = 0;
  let possible = 0;
  for (const [pair, n] of problem.games.entries()) {
    tied += ties[problem.pair[pair]!]!;
    possible += 4 * n * probabilities[pair]! * (1 - probabilities[pair]!);
  }
  return 1 - tied / possible;
}

/** Variance of the estimate of θ_first − θ_second by the information. */
function spread({ factor, problem: { size } }: FittedProblem, first: number, second: number): number {
  const difference = new Float64Array(size);
  difference[first] = 1;
  difference[second] = -1;
  solveFactored(factor, size, difference);
  return difference[first]! - difference[second]!;
}

/** Groups of models between which no votes were cast. */
function connectedParts({ problem: { size, first, second } }: FittedProblem): number {
  const from = new Int32Array(2 * first.length);
  const to = new Int32Array(2 * first.length);
  from.set(first);
  from.set(second, first.length);
  to.set(second);
  to.set(first, first.length);
  return stronglyConnectedComponents({ nodes: size, from, to }).count;
}
