import { expect, it } from 'vitest';
import { pairedDifference, pairedDifferenceOf } from './paired-difference.js';

it('is Student’s own example: the sleep data', () => {
  // Student (1908), additional hours of sleep under two drugs: t = 4.06, p = 0.0028, interval 0.70 to 2.46 (R, t.test(paired = TRUE)).
  const first = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const second = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const result = pairedDifference(first, second);
  expect(result.difference).toBeCloseTo(1.58, 12);
  expect(result.difference / result.standardError).toBeCloseTo(4.0621, 4);
  expect(result.pValue).toBeCloseTo(0.002833, 6);
  expect(result.interval?.lower).toBeCloseTo(0.7001142, 6);
  expect(result.interval?.upper).toBeCloseTo(2.4598858, 6);
});

it('says 1 when the runs are equal, and nothing for one sample', () => {
  expect(pairedDifference([1, 0, 1], [1, 0, 1])).toMatchObject({
    difference: 0,
    pValue: 1,
    interval: { lower: 0, upper: 0 },
  });
  expect(pairedDifference([1], [0])).toMatchObject({ count: 1, interval: undefined, pValue: Number.NaN });
});

it('comes to the same from sums', () => {
  const first = [1, 0, 1, 1, 0, 1, 1, 0.25];
  const second = [0, 0, 1, 0, 1, 0, 1, 0.5];
  const differences = first.map((value, index) => value - (second[index] ?? 0));
  const expected = pairedDifference(first, second);
  const result = pairedDifferenceOf({
    count: differences.length,
    sum: differences.reduce((sum, value) => sum + value, 0),
    sumOfSquares: differences.reduce((sum, value) => sum + value * value, 0),
  });
  expect(result.difference).toBeCloseTo(expected.difference, 12);
  expect(result.standardError).toBeCloseTo(expected.standardError, 12);
  expect(result.interval?.lower).toBeCloseTo(expected.interval?.lower ?? Number.NaN, 10);
  expect(result.pValue).toBeCloseTo(expected.pValue, 10);
});
