import { expect, it } from 'vitest';
import { quantile } from './quantile.js';

it('interpolates as NumPy does', () => {
  // NumPy, np.quantile([3, 1, 4, 1, 5, 9, 2, 6], …).
  const sorted = [1, 1, 2, 3, 4, 5, 6, 9];
  const quantiles = [0, 0.1, 0.5, 0.99, 1].map((probability) => quantile(sorted, probability));
  expect(quantiles).toEqual([1, 1, 3.5, expect.closeTo(8.79, 12), 9]);
});

it('takes infinities, and has no answer for an empty list', () => {
  expect(quantile([1, 2, Infinity, Infinity, Infinity], 0.5)).toBe(Infinity);
  expect(quantile([], 0.5)).toBeNaN();
});
