import { expect, it } from 'vitest';
import { wilsonInterval } from '../wilson-interval.js';
import { combineIntervals } from './combine-intervals.js';

function proportion(successes: number, count: number) {
  return { estimate: successes / count, interval: wilsonInterval({ successes, count })! };
}

it("is Newcombe's interval for the difference of two independent proportions", () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890, table II, method 10: 56/70 − 48/80 is 0.2, from 0.0524 to 0.3339.
  const { estimate, interval } = combineIntervals([
    { weight: 1, ...proportion(56, 70) },
    { weight: -1, ...proportion(48, 80) },
  ]);
  expect(estimate).toBeCloseTo(0.2, 12);
  expect(interval.lower).toBeCloseTo(0.0524, 4);
  expect(interval.upper).toBeCloseTo(0.3339, 4);
});

it('adds variances where the intervals are symmetric', () => {
  const { interval } = combineIntervals([
    { weight: 0.5, estimate: 1, interval: { lower: 0.4, upper: 1.6 } },
    { weight: 0.5, estimate: 2, interval: { lower: 1.2, upper: 2.8 } },
  ]);
  expect(interval.upper - 1.5).toBeCloseTo(0.5, 12);
  expect(1.5 - interval.lower).toBeCloseTo(0.5, 12);
});
