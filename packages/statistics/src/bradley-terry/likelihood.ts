import type { PairProblem } from './pair-problem.js';

/** A problem and the games that each model is said to have tied against a phantom of θ = 0; none where 0. */
export interface Likelihood {
  readonly problem: PairProblem;
  readonly prior: number;
}

/** P(first beats second) for θ₁ − θ₂. */
export function winProbability(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}

/** Slope of the log-likelihood Σ s·log p + (n − s)·log(1 − p) in θ, into `out`; its Euclidean length. */
export function gradient({ problem, prior }: Likelihood, strengths: Float64Array, out: Float64Array): number {
  const { first, second, games, score } = problem;
  out.fill(0);
  for (let pair = 0; pair < first.length; pair += 1) {
    const a = first[pair]!;
    const b = second[pair]!;
    const residual = score[pair]! - games[pair]! * winProbability(strengths[a]! - strengths[b]!);
    out[a]! += residual;
    out[b]! -= residual;
  }
  let square = 0;
  for (let place = 0; place < out.length; place += 1) {
    if (prior > 0) out[place]! += prior * (0.5 - winProbability(strengths[place]!));
    square += out[place]! ** 2;
  }
  return Math.sqrt(square);
}

/** Expected information: minus the second derivatives, a Laplacian of the pairs with weights n·p(1 − p). Row-major. */
export function information({ problem, prior }: Likelihood, strengths: Float64Array): Float64Array {
  const { size, first, second, games } = problem;
  const weights = Float64Array.from(games, (count, pair) => {
    const p = winProbability(strengths[first[pair]!]! - strengths[second[pair]!]!);
    return count * p * (1 - p);
  });
  const matrix = laplacian(problem, weights);
  for (let place = 0; place < size; place += 1) {
    const p = winProbability(strengths[place]!);
    matrix[place * size + place]! += prior * p * (1 - p);
  }
  return matrix;
}

/** Σ w·d·dᵀ over the pairs, where d is 1 at the pair's first place and −1 at its second. Row-major. */
export function laplacian({ size, first, second }: PairProblem, weights: Float64Array): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let pair = 0; pair < first.length; pair += 1) {
    const a = first[pair]!;
    const b = second[pair]!;
    const weight = weights[pair]!;
    matrix[a * size + a]! += weight;
    matrix[b * size + b]! += weight;
    matrix[a * size + b]! -= weight;
    matrix[b * size + a]! -= weight;
  }
  return matrix;
}

/**
 * Makes the information invertible where there is no prior: a multiple of the matrix of ones is added, which only acts on a common shift of all
 * strengths, of which the votes say nothing. On vectors that sum to 0 the inverse is then the pseudo-inverse. Changes the matrix.
 */
export function withGauge(matrix: Float64Array, size: number, prior: number): Float64Array {
  if (prior > 0) return matrix;
  let trace = 0;
  for (let place = 0; place < size; place += 1) trace += matrix[place * size + place]!;
  const weight = trace / size ** 2;
  for (let at = 0; at < matrix.length; at += 1) matrix[at]! += weight;
  return matrix;
}
