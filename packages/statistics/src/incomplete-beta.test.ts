import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.js';

// SciPy 1.17.1, special.betainc(a, b, x).
it.each([
  [0.5, 2, 3, 0.6875],
  [0.1, 0.5, 0.5, 0.20483276469913345],
  [0.9, 0.5, 4.5, 0.9999914619487767],
  [0.3, 200, 400, 0.03974014158348622],
  [0.33, 2000, 4000, 0.29267806518812856],
  [0.001, 0.01, 5, 0.9527958800070772],
  [0, 2, 3, 0],
  [1, 2, 3, 1],
])('I_%d(%d, %d) agrees with SciPy', (x, a, b, expected) => {
  expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 11);
});

it('is 1 − (1 − x)^b for a = 1', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 50 }), (x, b) => {
      expect(incompleteBeta(x, 1, b)).toBeCloseTo(1 - (1 - x) ** b, 11);
    }),
  );
});
