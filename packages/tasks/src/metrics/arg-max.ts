/** Index of the largest value, the first of them on a tie; a NaN counts as larger than anything (`numpy.argmax`). */
export function argMax(values: readonly number[]): number {
  let best = 0;
  for (const [index, value] of values.entries()) {
    if (Number.isNaN(value)) return index;
    if (value > (values[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  }
  return best;
}
