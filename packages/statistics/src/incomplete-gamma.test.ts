import { describe, expect, it } from 'vitest';
import { chiSquarePValue, chiSquareQuantile, normalPValue } from './chi-square.js';
import { incompleteGamma } from './incomplete-gamma.js';

describe('incompleteGamma', () => {
  // SciPy 1.17.1, special.gammainc and special.gammaincc.
  it.each([
    [0.5, 0.3, 0.5614219739190003, 0.4385780260809997],
    [3, 2.5, 0.45618688411667035, 0.5438131158833297],
    [3, 10, 0.9972306042844884, 0.0027693957155115775],
    [500, 480, 0.18628197319032458, 0.8137180268096754],
    [500, 560, 0.9953068340007052, 0.004693165999294767],
  ])('for a = %d, x = %d agrees with SciPy', (a, x, lower, upper) => {
    expect(incompleteGamma(a, x).lower / lower).toBeCloseTo(1, 11);
    expect(incompleteGamma(a, x).upper / upper).toBeCloseTo(1, 11);
  });

  it('keeps the digits of the far tail', () => {
    expect(incompleteGamma(1, 700).upper / 9.85967654375939e-305).toBeCloseTo(1, 11);
    expect(incompleteGamma(4, 0)).toEqual({ lower: 0, upper: 1 });
  });
});

describe('the chi-square distribution', () => {
  it('has the p-values and quantiles of SciPy', () => {
    // SciPy 1.17.1, stats.chi2.sf and stats.chi2.ppf.
    expect(chiSquarePValue(3.84, 1)).toBeCloseTo(0.05004352124870519, 12);
    expect(chiSquarePValue(900, 800)).toBeCloseTo(0.007774644192745909, 12);
    expect(chiSquareQuantile(0.98, 10)).toBeCloseTo(21.160767541304686, 9);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 9);
  });

  it('gives the normal p-value far out', () => {
    // SciPy 1.17.1, 2 * stats.norm.sf(8).
    expect(normalPValue(-8) / 1.244192114854348e-15).toBeCloseTo(1, 10);
  });
});
