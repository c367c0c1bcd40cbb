/**
 * Cholesky factor of a symmetric positive definite matrix A = L·Lᵀ, in its place: the lower triangle of the row-major n×n `matrix` becomes
 * L, the upper one is not read. False when A is not positive definite (the matrix is then half done). About n³/3 operations.
 */
export function factorise(matrix: Float64Array, n: number): boolean {
  for (let row = 0; row < n; row += 1) {
    const rowStart = row * n;
    for (let column = 0; column < row; column += 1) {
      const value = matrix[rowStart + column]! - dot(matrix, rowStart, column * n, column);
      matrix[rowStart + column] = value / matrix[column * n + column]!;
    }
    const pivot = matrix[rowStart + row]! - dot(matrix, rowStart, rowStart, row);
    if (!(pivot > 0)) return false;
    matrix[rowStart + row] = Math.sqrt(pivot);
  }
  return true;
}

/** Solves L·Lᵀ·x = b in place of `b`. */
export function solveFactored(factor: Float64Array, n: number, b: Float64Array): void {
  for (let row = 0; row < n; row += 1) {
    let value = b[row]!;
    const start = row * n;
    for (let k = 0; k < row; k += 1) value -= factor[start + k]! * b[k]!;
    b[row] = value / factor[start + row]!;
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    const start = row * n;
    const value = b[row]! / factor[start + row]!;
    b[row] = value;
    for (let k = 0; k < row; k += 1) b[k]! -= factor[start + k]! * value;
  }
}

/** The inverse of L·Lᵀ as a full matrix: T·Tᵀ of the transposed inverse T of L. About n³ operations. */
export function invertFactored(factor: Float64Array, n: number): Float64Array {
  const triangle = transposedInverse(factor, n);
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < n; k += 1) sum += triangle[row * n + k]! * triangle[column * n + k]!;
      inverse[row * n + column] = sum;
      inverse[column * n + row] = sum;
    }
  }
  return inverse;
}

/** (L⁻¹)ᵀ: row j holds column j of L⁻¹, whose entries before j are 0. */
function transposedInverse(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column += 1) {
    const start = column * n;
    inverse[start + column] = 1 / factor[start + column]!;
    for (let row = column + 1; row < n; row += 1) {
      let sum = 0;
      for (let k = column; k < row; k += 1) sum -= factor[row * n + k]! * inverse[start + k]!;
      inverse[start + row] = sum / factor[row * n + row]!;
    }
  }
  return inverse;
}

function dot(matrix: Float64Array, left: number, right: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += matrix[left + k]! * matrix[right + k]!;
  return sum;
}
