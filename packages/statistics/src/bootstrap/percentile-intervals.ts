import type { RatingIntervals } from '../covariance/rating-intervals.js';
import { DEFAULT_CONFIDENCE } from '../interval.js';
import { quantile } from '../quantile.js';
import { places } from '../ranks/places.js';
import type { RankIntervals } from '../ranks/rank-intervals.js';
import { sampleStandardDeviation } from '../standard-error.js';
import type { BootstrapRatings } from './bootstrap-ratings.js';

/** Intervals from percentiles of the rounds' ratings (B. Efron, 1979): 2.5 and 97.5 for the confidence 0.95. */
export function percentileIntervals(bootstrap: BootstrapRatings, confidence = DEFAULT_CONFIDENCE): RatingIntervals {
  const tail = (1 - confidence) / 2;
  const columns = Array.from({ length: bootstrap.models }, (_, model) => sortedColumn(bootstrap, model));
  return {
    lower: Float64Array.from(columns, (column) => quantile(column, tail)),
    upper: Float64Array.from(columns, (column) => quantile(column, 1 - tail)),
  };
}

/** Standard deviation of each model's ratings over the rounds, in points. */
export function bootstrapStandardErrors(bootstrap: BootstrapRatings): Float64Array {
  return Float64Array.from({ length: bootstrap.models }, (_, model) =>
    sampleStandardDeviation(sortedColumn(bootstrap, model)),
  );
}

/**
 * Percentiles of each model's rank over the rounds, rounded outwards. It tells where a model lands in votes like these, which is not a set of
 * ranks that holds for all models together: `simultaneousRanks` is.
 */
export function bootstrapRankQuantiles(bootstrap: BootstrapRatings, confidence = DEFAULT_CONFIDENCE): RankIntervals {
  const { models, rounds, ratings } = bootstrap;
  const ranks = new Float64Array(ratings.length);
  for (let round = 0; round < rounds; round += 1) {
    ranks.set(places(ratings.subarray(round * models, (round + 1) * models)), round * models);
  }
  const { lower, upper } = percentileIntervals({ ...bootstrap, ratings: ranks }, confidence);
  return { lower: lower.map(Math.floor), upper: upper.map(Math.ceil) };
}

function sortedColumn({ models, rounds, ratings }: BootstrapRatings, model: number): Float64Array {
  return Float64Array.from({ length: rounds }, (_, round) => ratings[round * models + model]!).sort();
}
