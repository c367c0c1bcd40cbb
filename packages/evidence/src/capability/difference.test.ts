import { wilsonInterval } from '@understudy/statistics';
import { expect, it } from 'vitest';
import { differenceInterval } from './difference.js';

const share = (successes: number, count: number) => ({
  value: successes / count,
  interval: wilsonInterval({ successes, count }) ?? { lower: 0, upper: 1 },
});

it.each([
  // Newcombe 1998, table II, method 10.
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1],
])('of shares is Newcombe’s: %i/%i and %i/%i', (a, m, b, n, lower, upper) => {
  const { interval } = differenceInterval(share(a, m), share(b, n));
  expect(interval.lower).toBeCloseTo(lower, 4);
  expect(interval.upper).toBeCloseTo(upper, 4);
});
