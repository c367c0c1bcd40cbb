import { expect, it } from 'vitest';
import { sampleStandardDeviation, standardErrorOfMean } from './standard-error.js';

it('is the reference harness’s for its check vector', () => {
  // lm-evaluation-harness 0.4.12, mean_stderr([1, 0, 1, 1]).
  expect(standardErrorOfMean([1, 0, 1, 1])).toBe(0.25);
});

it('divides by n − 1', () => {
  expect(sampleStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14);
});

it('is not a number for a single value', () => {
  expect(standardErrorOfMean([1])).toBeNaN();
});
