import { symmetricEigen } from './symmetric-eigen.js';

/** Eigenvalues above this part of the largest one, negative, are rounding. */
const ROUNDING = 1e-12;

/** A symmetric matrix without negative eigenvalues, and whether there were any. */
export interface PositivePart {
  readonly matrix: Float64Array;
  readonly changed: boolean;
}

/** The matrix with its negative eigenvalues set to 0: the nearest positive semi-definite one in the Frobenius norm. */
export function positivePart(matrix: Float64Array, n: number): PositivePart {
  const { values, vectors } = symmetricEigen(matrix, n);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const negative = Array.from(values.keys()).filter((k) => values[k]! < -ROUNDING * largest);
  const result = matrix.slice();
  for (const k of negative) {
    for (let row = 0; row < n; row += 1) {
      const weight = values[k]! * vectors[k * n + row]!;
      for (let column = 0; column < n; column += 1) result[row * n + column]! -= weight * vectors[k * n + column]!;
    }
  }
  return { matrix: result, changed: negative.length > 0 };
}
