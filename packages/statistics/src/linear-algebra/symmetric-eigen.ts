const MAX_SWEEPS = 60;

/** Eigenvalues of a symmetric matrix and their vectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row k holds the unit vector of value k. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and vectors of a symmetric row-major n×n matrix by Jacobi's rotations (G. Golub, C. Van Loan, Matrix Computations, 4th ed.
 * 2013, §8.5): slower than others, but exact for small eigenvalues, too, and short. About 30·n³ operations.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let k = 0; k < n; k += 1) vectors[k * n + k] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(a, n); sweep += 1) {
    for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, vectors, { n, p, q });
  }
  return { values: Float64Array.from({ length: n }, (_, k) => a[k * n + k]!), vectors };
}

/** Rounding is all that is left off the diagonal. */
function isDiagonal(a: Float64Array, n: number): boolean {
  let off = 0;
  let all = 0;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < n; column += 1) {
      const square = a[row * n + column]! ** 2;
      all += square;
      if (row !== column) off += square;
    }
  }
  return off <= Number.EPSILON ** 2 * all;
}

interface Plane {
  readonly n: number;
  readonly p: number;
  readonly q: number;
}

/** Turns the plane (p, q) so that entry (p, q) becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, { n, p, q }: Plane): void {
  const entry = a[p * n + q]!;
  if (entry === 0) return;
  const ratio = (a[q * n + q]! - a[p * n + p]!) / (2 * entry);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k += 1) {
    const left = a[k * n + p]!;
    const right = a[k * n + q]!;
    a[k * n + p] = cosine * left - sine * right;
    a[k * n + q] = sine * left + cosine * right;
  }
  turnRows(a, { n, p, q }, cosine, sine);
  turnRows(vectors, { n, p, q }, cosine, sine);
}

function turnRows(a: Float64Array, { n, p, q }: Plane, cosine: number, sine: number): void {
  for (let k = 0; k < n; k += 1) {
    const upper = a[p * n + k]!;
    const lower = a[q * n + k]!;
    a[p * n + k] = cosine * upper - sine * lower;
    a[q * n + k] = sine * upper + cosine * lower;
  }
}
