/** Product of two row-major n×n matrices. */
export function multiply(left: Float64Array, right: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const out = row * n;
    for (let k = 0; k < n; k += 1) {
      const factor = left[out + k]!;
      if (factor === 0) continue;
      const start = k * n;
      for (let column = 0; column < n; column += 1) product[out + column]! += factor * right[start + column]!;
    }
  }
  return product;
}

/** B·A·B of symmetric matrices; fast where A is mostly 0. Only half of the outcome, which is symmetric, is computed. */
export function sandwiched(outer: Float64Array, inner: Float64Array, n: number): Float64Array {
  const right = multiply(inner, outer, n);
  const product = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const out = row * n;
    for (let k = 0; k < n; k += 1) {
      const factor = outer[out + k]!;
      const start = k * n;
      for (let column = 0; column <= row; column += 1) product[out + column]! += factor * right[start + column]!;
    }
    for (let column = 0; column < row; column += 1) product[column * n + row] = product[out + column]!;
  }
  return product;
}
