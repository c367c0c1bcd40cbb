import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { quantile } from './quantile.js';

/**
 * The percentile interval of a bootstrap (B. Efron, Annals of Statistics 7, 1979). Rounds in which the statistic is not defined are left out; where they are more than half,
 * there is no interval.
 */
export function percentileInterval(values: readonly number[], confidence = DEFAULT_CONFIDENCE): Interval | undefined {
  const defined = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (defined.length === 0 || defined.length * 2 < values.length) return undefined;
  return { lower: quantile(defined, (1 - confidence) / 2), upper: quantile(defined, (1 + confidence) / 2) };
}
