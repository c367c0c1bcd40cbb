import { expect, it } from 'vitest';
import { mean } from './mean.js';
import { standardErrorOfMean } from './standard-error.js';
import { studentInterval } from './student-interval.js';

const values = [9.8, 10.2, 10.4, 9.8, 10.0, 10.2, 9.6];

it('is the textbook one: 10 ± 0.26 for seven containers', () => {
  // R. E. Walpole, R. H. Myers, Probability and Statistics for Engineers and Scientists, example 9.11: 9.74 < μ < 10.26.
  const estimate = { estimate: mean(values), standardError: standardErrorOfMean(values), count: values.length };
  const interval = studentInterval(estimate);
  expect(interval.lower).toBeCloseTo(9.74, 2);
  expect(interval.upper).toBeCloseTo(10.26, 2);
});
