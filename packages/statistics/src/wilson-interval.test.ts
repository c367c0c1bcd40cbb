import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.js';

// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3; to its four decimals.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('of %i out of %i is that of Newcombe', (successes, count, lower, upper) => {
  const interval = wilsonInterval({ successes, count });
  expect(interval?.lower).toBeCloseTo(lower, 4);
  expect(interval?.upper).toBeCloseTo(upper, 4);
});

it('agrees with SciPy to the last digits, at the edges too', () => {
  // SciPy 1.17.1, stats.binomtest(k, n).proportion_ci(method='wilson').
  expect(wilsonInterval({ successes: 81, count: 263 })?.lower).toBeCloseTo(0.2552885198782742, 12);
  expect(wilsonInterval({ successes: 29, count: 29 })).toEqual({ lower: expect.closeTo(0.8830302015, 9), upper: 1 });
});

it('has no answer without samples', () => {
  expect(wilsonInterval({ successes: 0, count: 0 })).toBeUndefined();
});
