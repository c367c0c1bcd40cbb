import { factorise, solveFactored } from '../linear-algebra/cholesky.js';
import { objective, slopeAt, type ControlProblem } from './control-problem.js';

const MAX_ITERATIONS = 100;
const TOLERANCE = 1e-10;
const SHORTEST_STEP = 1e-8;

/** Where the objective is largest. */
export interface ControlMaximum {
  readonly parameters: Float64Array;
  /** Cholesky factor of the information there. */
  readonly factor: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Newton's method with steps that are halved until the objective grows; it is concave. */
export function maximiseControl(problem: ControlProblem, start: Float64Array): ControlMaximum {
  let parameters: Float64Array = start.slice();
  const n = parameters.length;
  for (let iterations = 0; ; iterations += 1) {
    const { gradient, information: factor } = slopeAt(problem, parameters);
    const definite = factorise(factor, n);
    const converged = Math.hypot(...gradient) <= TOLERANCE * Math.max(1, problem.score.length);
    if (converged || !definite || iterations === MAX_ITERATIONS) return { parameters, factor, iterations, converged };
    const step = gradient.slice();
    solveFactored(factor, n, step);
    const next = advance(problem, parameters, step);
    if (next === undefined) return { parameters, factor, iterations, converged };
    parameters = next;
  }
}

function advance(problem: ControlProblem, from: Float64Array, step: Float64Array): Float64Array | undefined {
  const before = objective(problem, from);
  // Near the maximum a good step changes the objective by less than its rounding.
  const slack = 1e-12 * Math.abs(before);
  for (let length = 1; length >= SHORTEST_STEP; length /= 2) {
    const next = from.map((value, at) => value + length * step[at]!);
    if (objective(problem, next) >= before - slack) return next;
  }
  return undefined;
}
