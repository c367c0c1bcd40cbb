import { mean } from './mean.js';

/**
 * Sample standard deviation: √(Σ(x − x̄)² / (n − 1)), in two passes, as lm-evaluation-harness computes it. NaN for fewer than two
 * values.
 */
export function sampleStandardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) squares += (values[index]! - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Standard error of the mean: sample standard deviation / √n (lm-evaluation-harness, `mean_stderr`). It assumes independent
 * samples; questions that share a passage are not, and then it is too small. NaN for fewer than two values.
 */
export function standardErrorOfMean(values: ArrayLike<number>): number {
  return sampleStandardDeviation(values) / Math.sqrt(values.length);
}
