import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { beatClaims } from './beat-claims.js';
import { holmAdjusted } from './holm-adjusted.js';

describe('holmAdjusted', () => {
  it('multiplies the smallest by all, the next by one less, and never falls', () => {
    // By hand: 4 · 0.01, 3 · 0.02, 2 · 0.03, and 1 · 0.04 raised to what came before.
    expect(holmAdjusted([0.01, 0.02, 0.03, 0.04])).toEqual([0.04, 0.06, 0.06, 0.06]);
    expect(holmAdjusted([0.04, 0.001, 0.5])).toEqual([0.08, 0.003, 0.5]);
  });

  it('lies between the p-value and Bonferroni’s, and keeps the order', () => {
    assert(
      property(array(double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (pValues) => {
        const adjusted = holmAdjusted(pValues);
        for (const [index, pValue] of pValues.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(pValue);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, pValue * pValues.length));
          for (const [other, otherValue] of pValues.entries())
            expect(pValue < otherValue && adjusted[index]! > adjusted[other]!).toBe(false);
        }
      }),
    );
  });
});

function covarianceOf(matrix: readonly number[], degreesOfFreedom = Infinity): RatingCovariance {
  return {
    kind: 'sandwich',
    models: Math.sqrt(matrix.length),
    matrix: Float64Array.from(matrix),
    clusters: [],
    degreesOfFreedom,
    repair: { kind: 'none' },
  };
}

describe('beatClaims', () => {
  it('tests differences with their own standard errors', () => {
    // Differences of 30, 10 and 20 with standard errors 10, 10, √(100 + 100 − 2·50) = 10.
    const covariance = [0, 0, 0, 0, 100, 50, 0, 50, 100];
    const claims = beatClaims([1000, 1030, 1010], covarianceOf(covariance));
    expect(
      claims.map(({ winner, loser, difference, standardError }) => [winner, loser, difference, standardError]),
    ).toEqual([
      [1, 0, 30, 10],
      [1, 2, 20, 10],
      [2, 0, 10, 10],
    ]);
    // SciPy 1.17.1, 2 * stats.norm.sf([3, 2, 1]).
    expect(claims.map(({ pValue }) => pValue)).toEqual([
      expect.closeTo(0.0026997960632601866, 12),
      expect.closeTo(0.04550026389635842, 12),
      expect.closeTo(0.31731050786291415, 12),
    ]);
    expect(claims[0]?.adjustedPValue).toBeCloseTo(3 * 0.0026997960632601866, 12);
    expect(claims[1]?.adjustedPValue).toBeCloseTo(2 * 0.04550026389635842, 12);
  });

  it('takes Student’s distribution where the covariance rests on few clusters', () => {
    // SciPy 1.17.1, 2 * stats.t.sf(3, 12).
    expect(beatClaims([1030, 1000], covarianceOf([0, 0, 0, 100], 12))[0]?.pValue).toBeCloseTo(0.01106669568603369, 10);
  });
});
