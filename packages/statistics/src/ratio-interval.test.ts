import { expect, it } from 'vitest';
import { mean } from './mean.js';
import { standardErrorOfMean } from './standard-error.js';
import { studentInterval } from './student-interval.js';
import { ratioEstimate, ratioInterval } from './ratio-interval.js';

it('is the mean’s interval when all denominators are 1', () => {
  const numerators = [1, 4, 2, 8, 5];
  const denominators = [1, 1, 1, 1, 1];
  const expected = studentInterval({
    estimate: mean(numerators),
    standardError: standardErrorOfMean(numerators),
    count: numerators.length,
  });
  const interval = ratioInterval({ numerators, denominators });
  expect(interval?.lower).toBeCloseTo(expected.lower, 12);
  expect(interval?.upper).toBeCloseTo(expected.upper, 12);
});

it('has no error when all documents have the same ratio', () => {
  const estimate = ratioEstimate({ numerators: [-2, -4, -6], denominators: [1, 2, 3] });
  expect(estimate).toEqual({ estimate: -2, standardError: 0, count: 3 });
});

it('agrees with the jackknife, another path to the same error', () => {
  const numerators = [-310, -122, -705, -64, -298, -511, -87, -430, -266, -150, -390, -222];
  const denominators = [104, 37, 251, 25, 88, 160, 33, 139, 92, 47, 121, 80];
  const without = numerators.map((_, left) => {
    const kept = (values: readonly number[]): number =>
      values.reduce((sum, value, at) => (at === left ? sum : sum + value), 0);
    return kept(numerators) / kept(denominators);
  });
  const count = numerators.length;
  const centre = without.reduce((sum, value) => sum + value, 0) / count;
  const jackknife = Math.sqrt(((count - 1) / count) * without.reduce((sum, value) => sum + (value - centre) ** 2, 0));
  const { standardError } = ratioEstimate({ numerators, denominators });
  expect(Math.abs(standardError / jackknife - 1)).toBeLessThan(0.1);
});
