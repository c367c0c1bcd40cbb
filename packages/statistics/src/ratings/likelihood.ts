import { expectedScore, pairOutcome, scoreTieCovariance, scoreVariance } from './pair-outcome.js';
import type { PairProblem } from './pair-problem.js';

/**
 * The likelihood of ratings. Its parameters are the strengths θ by place and, with `tieParameter`, log ν behind them; without it, ties are
 * half wins of Bradley–Terry.
 */
export interface Likelihood {
  readonly problem: PairProblem;
  readonly tieParameter: boolean;
  /** Games that each model is said to have tied against a phantom of θ = 0; none where 0. */
  readonly prior: number;
}

/** How many parameters there are. */
export function parameterCount({ problem, tieParameter }: Likelihood): number {
  return problem.size + (tieParameter ? 1 : 0);
}

/** ν of the parameters; 0 for Bradley–Terry. */
export function tieParameterOf({ problem, tieParameter }: Likelihood, parameters: Float64Array): number {
  return tieParameter ? Math.exp(parameters[problem.size]!) : 0;
}

/** Slope of the log-likelihood into `out`; its Euclidean length, in votes. */
export function gradient(likelihood: Likelihood, parameters: Float64Array, out: Float64Array): number {
  const { problem, prior } = likelihood;
  const { size, first, second, games, score, ties } = problem;
  const nu = tieParameterOf(likelihood, parameters);
  let tieResidual = 0;
  out.fill(0);
  for (let pair = 0; pair < first.length; pair += 1) {
    const a = first[pair]!;
    const b = second[pair]!;
    const expected = pairOutcome(parameters[a]! - parameters[b]!, nu);
    const residual = score[pair]! - games[pair]! * expectedScore(expected);
    out[a]! += residual;
    out[b]! -= residual;
    tieResidual += ties[pair]! - games[pair]! * expected.tie;
  }
  if (likelihood.tieParameter) out[size] = tieResidual;
  if (prior > 0) addPriorSlope(likelihood, parameters, out);
  let square = 0;
  for (const value of out) square += value * value;
  return Math.sqrt(square);
}

function addPriorSlope({ problem, prior }: Likelihood, parameters: Float64Array, out: Float64Array): void {
  for (let place = 0; place < problem.size; place += 1) {
    out[place]! += prior * (0.5 - pairOutcome(parameters[place]!).win);
  }
}

/** What a pair adds to a matrix of second derivatives or of variances: of the score, of the tie, and of both. */
export interface PairWeights {
  readonly score: Float64Array;
  readonly tie: Float64Array;
  readonly both: Float64Array;
}

/** Expected information of each pair at the parameters: its games times the variances of score and tie. */
export function informationWeights(likelihood: Likelihood, parameters: Float64Array): PairWeights {
  const { first, second, games } = likelihood.problem;
  const nu = tieParameterOf(likelihood, parameters);
  const weights = emptyWeights(first.length);
  for (let pair = 0; pair < first.length; pair += 1) {
    const expected = pairOutcome(parameters[first[pair]!]! - parameters[second[pair]!]!, nu);
    weights.score[pair] = games[pair]! * scoreVariance(expected);
    weights.tie[pair] = games[pair]! * expected.tie * (1 - expected.tie);
    weights.both[pair] = games[pair]! * scoreTieCovariance(expected);
  }
  return weights;
}

/** Weights of 0. */
export function emptyWeights(pairs: number): PairWeights {
  return { score: new Float64Array(pairs), tie: new Float64Array(pairs), both: new Float64Array(pairs) };
}

/** Expected information: minus the second derivatives of the log-likelihood. Row-major. */
export function information(likelihood: Likelihood, parameters: Float64Array): Float64Array {
  return addPrior(likelihood, parameters, matrixOf(likelihood, informationWeights(likelihood, parameters)));
}

/** Adds what the prior knows. Changes the matrix. */
export function addPrior(likelihood: Likelihood, parameters: Float64Array, matrix: Float64Array): Float64Array {
  const order = parameterCount(likelihood);
  for (let place = 0; place < likelihood.problem.size; place += 1) {
    matrix[place * order + place]! += likelihood.prior * scoreVariance(pairOutcome(parameters[place]!));
  }
  return matrix;
}

/** Σ over the pairs of weight·d·dᵀ, where d is 1 at the pair's first place and −1 at its second; with the tie parameter its row, too. */
export function matrixOf(likelihood: Likelihood, { score, tie, both }: PairWeights): Float64Array {
  const { size, first, second } = likelihood.problem;
  const order = parameterCount(likelihood);
  const matrix = new Float64Array(order * order);
  for (let pair = 0; pair < first.length; pair += 1) {
    const a = first[pair]!;
    const b = second[pair]!;
    const weight = score[pair]!;
    matrix[a * order + a]! += weight;
    matrix[b * order + b]! += weight;
    matrix[a * order + b]! -= weight;
    matrix[b * order + a]! -= weight;
  }
  if (!likelihood.tieParameter) return matrix;
  const last = size * order;
  for (let pair = 0; pair < first.length; pair += 1) {
    matrix[last + first[pair]!]! += both[pair]!;
    matrix[last + second[pair]!]! -= both[pair]!;
    matrix[last + size]! += tie[pair]!;
  }
  for (let place = 0; place < size; place += 1) matrix[place * order + size] = matrix[last + place]!;
  return matrix;
}

/**
 * Makes the information invertible where there is no prior: a multiple of the matrix of ones is added among the strengths. It only acts on a
 * common shift of them, of which the votes say nothing. Changes the matrix.
 */
export function withGauge(likelihood: Likelihood, matrix: Float64Array): Float64Array {
  if (likelihood.prior > 0) return matrix;
  const { size } = likelihood.problem;
  const order = parameterCount(likelihood);
  let trace = 0;
  for (let place = 0; place < size; place += 1) trace += matrix[place * order + place]!;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) matrix[row * order + column]! += trace / size ** 2;
  }
  return matrix;
}
