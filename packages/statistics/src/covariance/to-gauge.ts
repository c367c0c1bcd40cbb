import { ELO_POINTS } from '../ratings/elo-scale.js';
import type { RatingFit } from '../ratings/rating-fit.js';
import type { FittedProblem } from './fitted-problem.js';
import { parameterCount } from '../ratings/likelihood.js';

/**
 * The strengths' part of a covariance of all parameters, relative to the strengths' mean: rows and columns sum to 0. Row-major, by place.
 */
export function centredStrengths(fitted: FittedProblem, matrix: Float64Array): Float64Array {
  const { size } = fitted.problem;
  const order = parameterCount(fitted);
  const means = new Float64Array(size);
  let grand = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) means[row]! += matrix[row * order + column]! / size;
    grand += means[row]! / size;
  }
  const centred = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      centred[row * size + column] = matrix[row * order + column]! + grand - means[row]! - means[column]!;
    }
  }
  return centred;
}

/** Covariance of the ratings in points² relative to the fit's gauge, from the centred one of strengths. */
export function toGauge(
  { problem: { size, model } }: FittedProblem,
  fit: RatingFit,
  centred: Float64Array,
): Float64Array {
  const { models, gauge } = fit;
  const matrix = new Float64Array(models * models).fill(Number.NaN);
  const anchor = gauge.kind === 'anchor' ? model.indexOf(gauge.model) : -1;
  const at = (row: number, column: number): number => centred[row * size + column]!;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const value =
        anchor === -1 ? at(row, column) : at(row, column) - at(row, anchor) - at(anchor, column) + at(anchor, anchor);
      matrix[model[row]! * models + model[column]!] = value * ELO_POINTS ** 2;
    }
  }
  return matrix;
}
