import { factorise, solveFactored } from '../linear-algebra/cholesky.js';
import { gradient, information, withGauge, type Likelihood } from './likelihood.js';

const MAX_ITERATIONS = 200;
/** A step must shorten the gradient to this part, else the factor is made anew for the next one. */
const ENOUGH = 0.1;
/** Least part of a Newton step that is tried. */
const SHORTEST = 1e-9;

/** Where the search begins and when it has arrived. */
export interface Search {
  readonly start: Float64Array;
  /** The gradient's length, per vote, at which to stop. */
  readonly tolerance: number;
  /** A Cholesky factor of the information near the start, if there is one. */
  readonly factor?: Float64Array;
}

/** Where the search ended. */
export interface Maximum {
  /** θ by place. */
  readonly strengths: Float64Array;
  /** Steps taken. */
  readonly iterations: number;
  /** Euclidean length of the gradient there, in votes. */
  readonly gradientNorm: number;
  readonly converged: boolean;
}

/**
 * Maximises the likelihood by Newton's method. The information's factor is kept from step to step while it serves: near the maximum a step
 * with an older factor costs size² instead of size³/3. A step that does not shorten the gradient is halved; the likelihood is concave, so
 * some length of a Newton step with a fresh factor always does, as far as the digits reach.
 */
export function maximise(likelihood: Likelihood, { start, tolerance, factor: given }: Search): Maximum {
  const { size, votes } = likelihood.problem;
  let strengths = start.slice();
  let slope = new Float64Array(size);
  let norm = gradient(likelihood, strengths, slope);
  let factor = given;
  let iterations = 0;
  while (norm > tolerance * votes && iterations < MAX_ITERATIONS) {
    const fresh = factor === undefined;
    factor ??= factoredInformation(likelihood, strengths);
    if (factor === undefined) break;
    iterations += 1;
    const step = slope.slice();
    solveFactored(factor, size, step);
    const next = advance(likelihood, { strengths, step, norm, shortest: fresh ? SHORTEST : 1 });
    if (fresh && next.norm >= norm) break;
    if (next.norm > ENOUGH * norm) factor = undefined;
    if (next.norm < norm) ({ strengths, slope, norm } = next);
  }
  return { strengths, iterations, gradientNorm: norm, converged: norm <= tolerance * votes };
}

/** The factor, or undefined when the information is singular to working precision. */
function factoredInformation(likelihood: Likelihood, strengths: Float64Array): Float64Array | undefined {
  const { size } = likelihood.problem;
  const matrix = withGauge(information(likelihood, strengths), size, likelihood.prior);
  return factorise(matrix, size) ? matrix : undefined;
}

interface Stride {
  readonly strengths: Float64Array;
  readonly step: Float64Array;
  /** Length of the gradient before the step. */
  readonly norm: number;
  /** Least part of the step to try. */
  readonly shortest: number;
}

/** Goes along a step, half of it, a quarter … until the gradient is shorter. */
function advance(likelihood: Likelihood, { strengths, step, norm, shortest }: Stride) {
  const slope = new Float64Array(step.length);
  for (let part = 1; ; part /= 2) {
    const moved = strengths.map((strength, place) => strength + part * step[place]!);
    const after = gradient(likelihood, moved, slope);
    if (after < norm || part / 2 < shortest) return { strengths: moved, slope, norm: after };
  }
}
