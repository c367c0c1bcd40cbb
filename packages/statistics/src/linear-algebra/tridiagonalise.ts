/** A symmetric tridiagonal matrix T and the orthogonal Q of A = Q·T·Qᵀ. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry k stands beside the diagonal's k and k + 1; the last one is 0. */
  readonly off: Float64Array;
  /** Qᵀ, row-major: row k is column k of Q. */
  readonly vectors: Float64Array;
}

/** Makes a symmetric row-major n×n matrix tridiagonal by Householder's reflections (G. Golub, C. Van Loan, Matrix Computations, 4th ed. 2013, §8.3.1). */
export function tridiagonalise(matrix: Float64Array, n: number): Tridiagonal {
  const a = matrix.slice();
  const off = new Float64Array(n);
  const reflections: Reflection[] = [];
  for (let k = 0; k + 1 < n; k += 1) {
    const column = Float64Array.from({ length: n - k - 1 }, (_, at) => a[(k + 1 + at) * n + k]!);
    const { reflection, length } = reflectionOf(column);
    off[k] = length;
    reflections.push(reflection);
    reflectBlock(a, n, reflection);
  }
  const diagonal = Float64Array.from({ length: n }, (_, k) => a[k * n + k]!);
  return { diagonal, off, vectors: transposed(productOf(reflections, n), n) };
}

/** I − scale·v·vᵀ, on the last `v.length` rows. */
interface Reflection {
  readonly v: Float64Array;
  readonly scale: number;
}

/** The reflection that makes all entries of a column but the first 0, and what the first becomes. */
function reflectionOf(column: Float64Array): { readonly reflection: Reflection; readonly length: number } {
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return { reflection: { v: column, scale: 0 }, length: 0 };
  // In parts of the largest, and then of the norm, so that squares of tiny entries do not vanish.
  const parts = column.map((value) => value / largest);
  const norm = Math.sqrt(parts.reduce((sum, value) => sum + value * value, 0));
  const v = parts.map((value) => value / norm);
  const head = v[0]!;
  const sign = head > 0 ? -1 : 1;
  v[0] = head - sign;
  // vᵀv = 2·(1 + |head|).
  return { reflection: { v, scale: 1 / (1 + Math.abs(head)) }, length: sign * norm * largest };
}

/** H·A·H on the last rows and columns: A − v·wᵀ − w·vᵀ with p = scale·A·v, w = p − ½·scale·(pᵀv)·v. */
function reflectBlock(a: Float64Array, n: number, { v, scale }: Reflection): void {
  if (scale === 0) return;
  const begin = n - v.length;
  const w = new Float64Array(v.length);
  let inner = 0;
  for (let row = 0; row < v.length; row += 1) {
    const start = (begin + row) * n + begin;
    let sum = 0;
    for (let column = 0; column < v.length; column += 1) sum += a[start + column]! * v[column]!;
    w[row] = scale * sum;
    inner += w[row]! * v[row]!;
  }
  for (let row = 0; row < v.length; row += 1) w[row]! -= 0.5 * scale * inner * v[row]!;
  for (let row = 0; row < v.length; row += 1) {
    const start = (begin + row) * n + begin;
    const [left, right] = [v[row]!, w[row]!];
    for (let column = 0; column < v.length; column += 1) a[start + column]! -= left * w[column]! + right * v[column]!;
  }
}

/** The product of the reflections, the first one leftmost. */
function productOf(reflections: readonly Reflection[], n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let k = 0; k < n; k += 1) product[k * n + k] = 1;
  for (const { v, scale } of reflections.toReversed()) {
    const begin = n - v.length;
    const sums = new Float64Array(v.length);
    for (let row = 0; row < v.length; row += 1) {
      const start = (begin + row) * n + begin;
      const factor = scale * v[row]!;
      for (let column = 0; column < v.length; column += 1) sums[column]! += factor * product[start + column]!;
    }
    for (let row = 0; row < v.length; row += 1) {
      const start = (begin + row) * n + begin;
      const factor = v[row]!;
      for (let column = 0; column < v.length; column += 1) product[start + column]! -= factor * sums[column]!;
    }
  }
  return product;
}

function transposed(matrix: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => matrix[(at % n) * n + Math.floor(at / n)]!);
}
