import { tridiagonalise } from './tridiagonalise.js';

const MAX_ITERATIONS = 60;

/** Eigenvalues of a symmetric matrix and their vectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row k holds the unit vector of value k. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and vectors of a symmetric row-major n×n matrix: made tridiagonal, then diagonal by the QL method with implicit shifts (A. Dubrulle,
 * R. Martin, J. Wilkinson, The implicit QL algorithm, Numerische Mathematik 12, 1968). Exact to rounding of the largest value. About 6·n³
 * operations.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const { diagonal, off, vectors } = tridiagonalise(matrix, n);
  for (let first = 0; first < n; first += 1) {
    for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
      const last = endOfBlock(diagonal, off, first);
      if (last === first) break;
      sweep({ diagonal, off, vectors }, first, last);
    }
  }
  return { values: diagonal, vectors };
}

/** The last row of the block that begins at a row: behind it the entry off the diagonal is rounding. */
function endOfBlock(diagonal: Float64Array, off: Float64Array, first: number): number {
  let last = first;
  while (last + 1 < diagonal.length) {
    const size = Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!);
    if (Math.abs(off[last]!) <= Number.EPSILON * size) break;
    last += 1;
  }
  return last;
}

/** One QL step with Wilkinson's shift on the rows from `first` to `last`, chased up from the last one by plane rotations. */
function sweep({ diagonal, off, vectors }: ReturnType<typeof tridiagonalise>, first: number, last: number): void {
  const ratio = (diagonal[first + 1]! - diagonal[first]!) / (2 * off[first]!);
  const shift = diagonal[first]! - off[first]! / (ratio + (ratio < 0 ? -1 : 1) * Math.hypot(ratio, 1));
  let bulge = diagonal[last]! - shift;
  let [cosine, sine, moved] = [1, 1, 0];
  for (let row = last - 1; row >= first; row -= 1) {
    const outer = sine * off[row]!;
    const inner = cosine * off[row]!;
    const length = Math.hypot(outer, bulge);
    off[row + 1] = length;
    if (length === 0) {
      // The block falls apart here; what was moved so far is put back.
      diagonal[row + 1]! -= moved;
      off[last] = 0;
      return;
    }
    sine = outer / length;
    cosine = bulge / length;
    const rest = diagonal[row + 1]! - moved;
    const turn = (diagonal[row]! - rest) * sine + 2 * cosine * inner;
    moved = sine * turn;
    diagonal[row + 1] = rest + moved;
    bulge = cosine * turn - inner;
    rotateRows(vectors, { row, n: diagonal.length, cosine, sine });
  }
  diagonal[first]! -= moved;
  off[first] = bulge;
  off[last] = 0;
}

interface Rotation {
  readonly row: number;
  readonly n: number;
  readonly cosine: number;
  readonly sine: number;
}

/** Turns a row and the next one. */
function rotateRows(vectors: Float64Array, { row, n, cosine, sine }: Rotation): void {
  const start = row * n;
  for (let k = start; k < start + n; k += 1) {
    const upper = vectors[k]!;
    const lower = vectors[k + n]!;
    vectors[k] = cosine * upper - sine * lower;
    vectors[k + n] = sine * upper + cosine * lower;
  }
}
