/** The sum from left to right, without compensation, as Python 3.11's `sum` adds floats. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The arithmetic mean. */
export function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

/** The sample standard deviation, with n − 1 in the denominator. */
export function sampleStandardDeviation(values: Float64Array): number {
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** The standard error of the mean of independent samples: s / √n. */
export function meanStandardError(values: Float64Array): number {
  return sampleStandardDeviation(values) / Math.sqrt(values.length);
}

/** The middle value, of an even number of values the upper one of the two (`median` of lm-evaluation-harness). */
export function upperMedian(values: Float64Array): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? Number.NaN;
}
