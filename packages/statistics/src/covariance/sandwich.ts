import { invertFactored } from '../linear-algebra/cholesky.js';
import { sandwiched } from '../linear-algebra/multiply.js';
import { parameterCount } from '../ratings/likelihood.js';
import type { FittedProblem } from './fitted-problem.js';
import { centredStrengths } from './to-gauge.js';

/** Makes covariances of the strengths, relative to their mean, from variances of the gradient: H⁻¹·meat·H⁻¹. */
export function sandwichMaker(fitted: FittedProblem): (meat: Float64Array) => Float64Array {
  const order = parameterCount(fitted);
  const bread = invertFactored(fitted.factor, order);
  return (meat) => centredStrengths(fitted, sandwiched(bread, meat, order));
}
