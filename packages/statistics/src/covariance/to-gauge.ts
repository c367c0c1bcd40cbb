import { ELO_POINTS } from '../bradley-terry/elo-scale.js';
import type { Gauge } from '../bradley-terry/gauge.js';

/** A covariance of strengths θ by place, and what it is to become. */
export interface Strengths {
  readonly models: number;
  /** The model of each place. */
  readonly model: Int32Array;
  readonly gauge: Gauge;
}

/** Covariance of θ by place, relative to the mean: rows and columns sum to 0. Changes the matrix. */
export function centre(matrix: Float64Array, size: number): Float64Array {
  const means = new Float64Array(size);
  let grand = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) means[row]! += matrix[row * size + column]! / size;
    grand += means[row]! / size;
  }
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      matrix[row * size + column]! += grand - means[row]! - means[column]!;
    }
  }
  return matrix;
}

/** Covariance of the ratings in points² relative to the gauge, from the centred one of θ: models × models, NaN for those without a place. */
export function toGauge(centred: Float64Array, { models, model, gauge }: Strengths): Float64Array {
  const size = model.length;
  const matrix = new Float64Array(models * models).fill(Number.NaN);
  const anchor = gauge.kind === 'anchor' ? model.indexOf(gauge.model) : -1;
  const to = (row: number, column: number): number => centred[row * size + column]!;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const value =
        anchor === -1 ? to(row, column) : to(row, column) - to(row, anchor) - to(anchor, column) + to(anchor, anchor);
      matrix[model[row]! * models + model[column]!] = value * ELO_POINTS ** 2;
    }
  }
  return matrix;
}
