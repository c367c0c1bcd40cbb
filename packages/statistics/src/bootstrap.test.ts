import { expect, it } from 'vitest';
import { bootstrap } from './bootstrap.js';
import { mean } from './mean.js';
import { meanInterval } from './mean-interval.js';
import { sampleStandardDeviation } from './standard-error.js';

/** mulberry32: a small generator, good enough for a test. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('of a mean comes to the formula’s standard error and interval', () => {
  const random = seededRandom(1);
  const values = Float64Array.from({ length: 400 }, () => random() + random());
  const result = bootstrap(values, { statistic: mean, resamples: 4000, random });
  // The bootstrap's own error is about 1/√(2·4000) = 1.1% of the standard error, which divides by n and not n − 1.
  expect(result.standardError / (sampleStandardDeviation(values) / Math.sqrt(400))).toBeCloseTo(1, 1);
  const formula = meanInterval(values);
  expect(result.interval.lower).toBeCloseTo(formula?.lower ?? Number.NaN, 2);
  expect(result.interval.upper).toBeCloseTo(formula?.upper ?? Number.NaN, 2);
});

it('of equal values is a point, and repeats with its seed', () => {
  expect(bootstrap([2, 2, 2], { statistic: mean, resamples: 50, random: seededRandom(2) })).toEqual({
    standardError: 0,
    interval: { lower: 2, upper: 2 },
  });
  const again = (): unknown => bootstrap([1, 2, 5], { statistic: mean, resamples: 50, random: seededRandom(3) });
  expect(again()).toEqual(again());
});
