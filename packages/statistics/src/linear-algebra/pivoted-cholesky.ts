/** Pivots below this part of the first one are rounding. */
const ROUNDING = 1e-10;
/** A pivot is preferred when it is larger than another by this factor: of equal ones, rounding must not choose. */
const LARGER = 1 + 1e-9;

/** A factor F with F·Fᵀ = A. */
export interface RootFactor {
  /** Row-major n×rank, rows in the order of A. */
  readonly factor: Float64Array;
  readonly rank: number;
}

/**
 * Factor of a symmetric positive semi-definite matrix by Cholesky's method with pivots (N. Higham, Analysis of the Cholesky decomposition of a
 * semi-definite matrix, 1990): it stops at the matrix's rank.
 */
export function pivotedCholesky(matrix: Float64Array, n: number): RootFactor {
  const columns: Float64Array[] = [];
  const rest = Float64Array.from({ length: n }, (_, k) => matrix[k * n + k]!);
  const first = rest.reduce((most, value) => Math.max(most, value), 0);
  for (;;) {
    const pivot = rest.reduce((best, value, at) => (value > LARGER * rest[best]! ? at : best), 0);
    if (columns.length === n || !(rest[pivot]! > ROUNDING * first)) break;
    columns.push(nextColumn(matrix, rest, { columns, pivot }));
  }
  const factor = new Float64Array(n * columns.length);
  for (const [k, column] of columns.entries()) {
    for (let row = 0; row < n; row += 1) factor[row * columns.length + k] = column[row]!;
  }
  return { factor, rank: columns.length };
}

interface Progress {
  readonly columns: readonly Float64Array[];
  readonly pivot: number;
}

/** The column of a pivot; takes its squares off the rest of the diagonal. */
function nextColumn(matrix: Float64Array, rest: Float64Array, { columns, pivot }: Progress): Float64Array {
  const n = rest.length;
  const length = Math.sqrt(rest[pivot]!);
  const column = Float64Array.from({ length: n }, (_, row) => matrix[row * n + pivot]!);
  for (const earlier of columns) {
    const factor = earlier[pivot]!;
    for (let row = 0; row < n; row += 1) column[row]! -= earlier[row]! * factor;
  }
  for (let row = 0; row < n; row += 1) {
    column[row] = rest[row] === 0 ? 0 : column[row]! / length;
    rest[row] = Math.max(0, rest[row]! - column[row]! ** 2);
  }
  rest[pivot] = 0;
  return column;
}
