import { factorise, solveFactored } from '../linear-algebra/cholesky.js';
import { gradient, information, parameterCount, withGauge, type Likelihood } from './likelihood.js';

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
  readonly parameters: Float64Array;
  /** Steps taken. */
  readonly iterations: number;
  /** Euclidean length of the gradient there, in votes. */
  readonly gradientNorm: number;
}

/**
 * Maximises the likelihood by Newton's method. The information's factor is kept from step to step while it serves: near the maximum a step
 * with an older factor costs size² instead of size³/3. A step that does not shorten the gradient is halved; the likelihood is concave, so
 * some length of a Newton step with a fresh factor always does, as far as the digits reach.
 */
export function maximise(likelihood: Likelihood, { start, tolerance, factor: given }: Search): Maximum {
  const { votes } = likelihood.problem;
  const order = parameterCount(likelihood);
  let parameters = start.slice();
  let slope = new Float64Array(order);
  let norm = gradient(likelihood, parameters, slope);
  let factor = given;
  let iterations = 0;
  while (norm > tolerance * votes && iterations < MAX_ITERATIONS) {
    const fresh = factor === undefined;
    factor ??= factoredInformation(likelihood, parameters);
    if (factor === undefined) break;
    iterations += 1;
    const step = slope.slice();
    solveFactored(factor, order, step);
    const next = advance(likelihood, { parameters, step, norm, shortest: fresh ? SHORTEST : 1 });
    if (fresh && next.norm >= norm) break;
    if (next.norm > ENOUGH * norm) factor = undefined;
    if (next.norm < norm) ({ parameters, slope, norm } = next);
  }
  return { parameters, iterations, gradientNorm: norm };
}

/** Cholesky factor of the information, or undefined when the information is singular to working precision. */
export function factoredInformation(likelihood: Likelihood, parameters: Float64Array): Float64Array | undefined {
  const matrix = withGauge(likelihood, information(likelihood, parameters));
  return factorise(matrix, parameterCount(likelihood)) ? matrix : undefined;
}

interface Stride {
  readonly parameters: Float64Array;
  readonly step: Float64Array;
  /** Length of the gradient before the step. */
  readonly norm: number;
  /** Least part of the step to try. */
  readonly shortest: number;
}

/** Goes along a step, half of it, a quarter … until the gradient is shorter. */
function advance(likelihood: Likelihood, { parameters, step, norm, shortest }: Stride) {
  const slope = new Float64Array(step.length);
  for (let part = 1; ; part /= 2) {
    const moved = parameters.map((parameter, at) => parameter + part * step[at]!);
    const after = gradient(likelihood, moved, slope);
    if (after < norm || part / 2 < shortest) return { parameters: moved, slope, norm: after };
  }
}
