import { describe, expect, it } from 'vitest';
import { isArgMax, LogProbabilityReader } from './log-probability.js';

const row = Float32Array.from({ length: 5000 }, (_, index) => Math.cos(index * 12.9898) * 15);

function logSumExp(values: Float32Array): number {
  const maximum = Math.max(...values);
  return maximum + Math.log(values.reduce((sum, value) => sum + Math.exp(value - maximum), 0));
}

describe('LogProbabilityReader', () => {
  const reader = new LogProbabilityReader(row.length);

  it('agrees with a sum in double precision, whichever token it starts from', () => {
    const expected = logSumExp(row);
    for (const near of [0, 1, 17, 242, 4999]) expect(reader.logSumExp(row, near)).toBeCloseTo(expected, 5);
  });

  it('finds its way when the starting token is out of reach', () => {
    const far = row.with(3, -1e6);
    expect(reader.logSumExp(far, 3)).toBeCloseTo(logSumExp(far), 5);
    expect(reader.logSumExp(row.with(3, -Infinity), 3)).toBeCloseTo(logSumExp(far), 5);
    expect(reader.logSumExp(row.with(3, Number.NaN), 3)).toBeNaN();
  });
});

describe('isArgMax', () => {
  it('counts the first of equal values', () => {
    const values = Float32Array.of(1, 3, 2, 3);
    expect([0, 1, 2, 3].map((token) => isArgMax(values, token))).toEqual([false, true, false, false]);
  });
});
