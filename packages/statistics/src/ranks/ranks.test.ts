import { describe, expect, it } from 'vitest';
import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { normalNumbers } from '../random/normal.js';
import { seededRandom } from '../random/xoshiro.js';
import { maxTQuantile } from './max-t-quantile.js';
import { overlapRanks } from './overlap-ranks.js';
import { places } from './places.js';
import { simultaneousRanks } from './simultaneous-ranks.js';

/** Ratings of independent error, 10 points each. */
function independent(models: number, degreesOfFreedom = Number.POSITIVE_INFINITY): RatingCovariance {
  const matrix = new Float64Array(models * models);
  for (let model = 0; model < models; model += 1) matrix[model * models + model] = 100;
  return { kind: 'sandwich', models, matrix, clusters: [], degreesOfFreedom, repair: { kind: 'none' } };
}

describe('maxTQuantile', () => {
  // Largest |t| of all pairs of equal and independent means is Tukey's studentized range by √2 (tables of q at 0.95).
  it.each([
    [2, Number.POSITIVE_INFINITY, 2.772],
    [3, Number.POSITIVE_INFINITY, 3.314],
    [10, Number.POSITIVE_INFINITY, 4.474],
    [3, 10, 3.877],
    [5, 20, 4.232],
  ])("of %i independent ratings with %d degrees of freedom is Tukey's range", (models, degrees, range) => {
    const value = maxTQuantile(independent(models, degrees), 0.95, { draws: 60_000, seed: 1 });
    expect(Math.abs(value - range / Math.SQRT2)).toBeLessThan(0.03);
  });

  it('is smaller the closer the pairs hang together', () => {
    // 0 varies wildly and 1 to 4 do not: the four pairs with 0 are one.
    const covariance = independent(5);
    covariance.matrix[0] = 1e6;
    const matrix = covariance.matrix.map((value, at) => (at === 0 ? value : value / 1e4));
    const value = maxTQuantile({ ...covariance, matrix }, 0.95);
    expect(value).toBeLessThan(maxTQuantile(independent(5), 0.95));
    expect(value).toBeGreaterThan(maxTQuantile(independent(4), 0.95) - 0.05);
  });
});

describe('simultaneousRanks', () => {
  it('tells models apart whose difference is surely not chance', () => {
    // SE of a difference 14.1, critical value about 2.34: 33 points.
    const ratings = Float64Array.of(1000, 1060, 1030);
    expect(simultaneousRanks(ratings, independent(3))).toMatchObject({
      lower: Float64Array.of(2, 1, 1),
      upper: Float64Array.of(3, 2, 3),
    });
  });

  it('leaves models without a rating out', () => {
    const covariance = independent(3);
    covariance.matrix.fill(Number.NaN, 3, 6);
    covariance.matrix[1] = covariance.matrix[7] = Number.NaN;
    expect(simultaneousRanks(Float64Array.of(1000, Number.NaN, 1060), covariance)).toMatchObject({
      lower: Float64Array.of(2, Number.NaN, 1),
      upper: Float64Array.of(2, Number.NaN, 1),
    });
  });

  it('is right for all models at once in 95 of 100 cases', () => {
    // All true ratings are equal: a set of ranks is wrong when any two are told apart.
    const covariance = independent(4);
    const normal = normalNumbers(seededRandom(9));
    let wrong = 0;
    for (let round = 0; round < 600; round += 1) {
      const ratings = Float64Array.from({ length: 4 }, () => 1000 + 10 * normal());
      const { upper } = simultaneousRanks(ratings, covariance, { draws: 1000, seed: round });
      if (upper.some((rank) => rank < 4)) wrong += 1;
    }
    // 5% of 600 are 30, standard deviation 5.3.
    expect(wrong).toBeGreaterThan(12);
    expect(wrong).toBeLessThan(48);
  });
});

describe('overlapRanks', () => {
  it('count the intervals that lie wholly above or below', () => {
    const intervals = {
      lower: Float64Array.of(90, 100, 130, Number.NaN),
      upper: Float64Array.of(110, 120, 140, Number.NaN),
    };
    expect(overlapRanks(intervals)).toEqual({
      lower: Float64Array.of(2, 2, 1, Number.NaN),
      upper: Float64Array.of(3, 3, 1, Number.NaN),
    });
  });
});

it('places share the better rank', () => {
  expect(places(Float64Array.of(5, 7, 5, Number.NaN, 1))).toEqual(Float64Array.of(2, 1, 2, Number.NaN, 4));
});
