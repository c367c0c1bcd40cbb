import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { quantile } from './quantile.js';
import { sampleStandardDeviation } from './standard-error.js';

/** What a bootstrap needs beside the values. */
export interface BootstrapOptions {
  /** Computes the statistic of one resample; the array is used again for the next one. */
  readonly statistic: (resample: Float64Array) => number;
  readonly resamples: number;
  /** Uniform in [0, 1); seed it for the same result each time. */
  readonly random: () => number;
  readonly confidence?: number;
}

/** What a bootstrap says of a statistic. */
export interface BootstrapResult {
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Bootstrap of a statistic of independent samples: it is computed on resamples drawn with replacement; their standard deviation is its
 * standard error, their quantiles its percentile interval (B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapters 6 and 13).
 */
export function bootstrap(values: ArrayLike<number>, options: BootstrapOptions): BootstrapResult {
  const { statistic, resamples, random, confidence = DEFAULT_CONFIDENCE } = options;
  const resample = new Float64Array(values.length);
  const statistics = new Float64Array(resamples);
  for (let round = 0; round < resamples; round += 1) {
    for (let index = 0; index < resample.length; index += 1) {
      resample[index] = values[Math.floor(random() * values.length)]!;
    }
    statistics[round] = statistic(resample);
  }
  const standardError = sampleStandardDeviation(statistics);
  statistics.sort();
  const tail = (1 - confidence) / 2;
  return { standardError, interval: { lower: quantile(statistics, tail), upper: quantile(statistics, 1 - tail) } };
}
