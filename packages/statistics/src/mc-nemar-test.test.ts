import { expect, it } from 'vitest';
import { mcNemarTest } from './mc-nemar-test.js';

// The exact test is the binomial test of the discordant pairs with p = 1/2: SciPy 1.17.1, stats.binomtest(k, n).pvalue.
it.each([
  [2, 8, 0.109375],
  [8, 2, 0.109375],
  [59, 16, 6.114156572521501e-7],
  [0, 5, 0.0625],
  [45, 55, 0.36820161732669615],
  [3, 3, 1],
  [0, 0, 1],
])('of %i against %i agrees with SciPy', (firstOnly, secondOnly, expected) => {
  expect(mcNemarTest({ firstOnly, secondOnly })).toBeCloseTo(expected, 12);
});
