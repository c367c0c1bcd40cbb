import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.js';

// SciPy 1.17.1, stats.norm.ppf(0.5 + confidence / 2).
it.each([
  [0, 0],
  [0.5, 0.6744897501960817],
  [0.9, 1.6448536269514722],
  [0.95, 1.959963984540054],
  [0.99, 2.5758293035489004],
  [0.999999, 4.891638475671085],
])('for %d is that of the tables', (confidence, expected) => {
  expect(normalQuantile(confidence)).toBeCloseTo(expected, 9);
});
