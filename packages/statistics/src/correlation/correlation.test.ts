import { describe, expect, test } from 'vitest';
import { averageRanks } from './average-ranks.js';
import { pearsonCorrelation } from './correlation.js';

test('equal values share the mean of their ranks', () => {
  expect([...averageRanks([10, 30, 20, 30, 20, 20])]).toEqual([6, 1.5, 4, 1.5, 4, 4]);
});

describe('correlation', () => {
  // Ten people's IQ and hours of television a week, the worked example of Wikipedia's "Spearman's rank correlation coefficient".
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];

  test("of ranks is Spearman's of a worked example", () => {
    expect(pearsonCorrelation(averageRanks(iq), averageRanks(hours))).toBeCloseTo(-29 / 165, 12);
  });

  test("is Pearson's of Anscombe's first set, as R's data set has it", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearsonCorrelation(x, y)).toBeCloseTo(0.81642051634484, 12);
  });

  test('is not defined where nothing varies', () => {
    expect(pearsonCorrelation([1, 1], [1, 2])).toBeNaN();
  });
});
