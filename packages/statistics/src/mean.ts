/**
 * Arithmetic mean. The sum is taken left to right without compensation, as lm-evaluation-harness takes it, so that the last digits
 * agree. NaN for an empty list.
 */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index]!;
  return sum / values.length;
}
