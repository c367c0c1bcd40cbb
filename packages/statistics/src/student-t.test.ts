import { describe, expect, it } from 'vitest';
import { studentTPValue, studentTQuantile } from './student-t.js';

describe('studentTQuantile', () => {
  // SciPy 1.17.1, stats.t.ppf(0.975, degrees); the first four stand in every printed t table.
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [9, 2.262157162798205],
    [30, 2.0422724563012378],
    [1000, 1.9623390808264083],
    [1001, 1.9623367052808798],
    [123_456, 1.9599832002451867],
  ])('is that of the tables for %i degrees of freedom', (degrees, expected) => {
    expect(studentTQuantile(0.95, degrees)).toBeCloseTo(expected, 8);
  });

  it('is tan(π·confidence/2) for one degree of freedom, the Cauchy distribution', () => {
    expect(studentTQuantile(0.99, 1)).toBeCloseTo(Math.tan((Math.PI * 0.99) / 2), 9);
  });
});

describe('studentTPValue', () => {
  // SciPy 1.17.1, 2 * stats.t.sf(t, degrees).
  it.each([
    [2.5, 9, 0.033861827682985735],
    [-2.5, 9, 0.033861827682985735],
    [0.1, 3, 0.9266523488008059],
    [0, 3, 1],
  ])('for t = %d with %i degrees of freedom agrees with SciPy', (t, degrees, expected) => {
    expect(studentTPValue(t, degrees)).toBeCloseTo(expected, 12);
  });

  it('keeps its digits far out', () => {
    expect(studentTPValue(12, 40) / 7.82417130425598e-15).toBeCloseTo(1, 9);
  });
});
