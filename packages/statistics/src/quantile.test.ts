import { expect, it } from 'vitest';
import { median, quantile } from './quantile.js';

it('interpolates as NumPy does', () => {
  // NumPy, np.quantile([3, 1, 4, 1, 5, 9, 2, 6], …).
  const sorted = [1, 1, 2, 3, 4, 5, 6, 9];
  const quantiles = [0, 0.1, 0.5, 0.99, 1].map((probability) => quantile(sorted, probability));
  expect(quantiles).toEqual([1, 1, 3.5, expect.closeTo(8.79, 12), 9]);
});

it('gives the median of values in any order, infinities included', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([Infinity, 1, Infinity, 2, Infinity])).toBe(Infinity);
  expect(median([])).toBeNaN();
});
