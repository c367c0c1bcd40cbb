import { seededRandom, wilsonInterval } from '@understudy/statistics';
import { describe, expect, it } from 'vitest';
import { strataMean } from './area-mean.js';

const stratum = (right: number, count: number) => {
  const value = right / count;
  const standardError = Math.sqrt((value * (1 - value)) / (count - 1));
  return { value, standardError, ...(wilsonInterval({ successes: right, count }) ?? { lower: 0, upper: 1 }) };
};

describe('the mean of independent benchmarks', () => {
  it('is m ± z·√Σse²/k where the intervals are symmetric', () => {
    const parts = [
      { value: 0.4, standardError: 0.03, lower: 0.4 - 1.96 * 0.03, upper: 0.4 + 1.96 * 0.03 },
      { value: 0.8, standardError: 0.04, lower: 0.8 - 1.96 * 0.04, upper: 0.8 + 1.96 * 0.04 },
    ];
    const { value, standardError, lower, upper } = strataMean(parts);
    expect([value, standardError]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.025, 12)]);
    expect([lower, upper]).toEqual([expect.closeTo(0.6 - 1.96 * 0.025, 12), expect.closeTo(0.6 + 1.96 * 0.025, 12)]);
  });

  it('of one benchmark is that benchmark', () => {
    const one = stratum(60, 100);
    expect(strataMean([one])).toMatchObject({
      value: expect.closeTo(one.value, 12),
      lower: expect.closeTo(one.lower, 12),
      upper: expect.closeTo(one.upper, 12),
    });
  });

  it('keeps a width and its bounds where all answers were right', () => {
    const { lower, upper } = strataMean([stratum(20, 20), stratum(30, 30)]);
    expect(lower).toBeLessThan(0.99);
    expect(upper).toBeLessThanOrEqual(1);
  });

  it('has no interval where one of its parts has none', () => {
    expect(strataMean([stratum(60, 100), { ...stratum(1, 2), lower: null, standardError: null }])).toMatchObject({
      standardError: null,
      lower: null,
    });
  });

  it('holds the true mean in 95% of simulated boards', () => {
    const random = seededRandom(6);
    const truth = [0.97, 0.55, 0.3];
    const counts = [60, 120, 400];
    const rounds = 2000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const parts = truth.map((rate, place) => {
        const count = counts[place] ?? 0;
        let right = 0;
        for (let at = 0; at < count; at += 1) right += Number(random.uniform() < rate);
        return stratum(right, count);
      });
      const { lower, upper } = strataMean(parts);
      const mean = (0.97 + 0.55 + 0.3) / 3;
      held += Number(lower !== null && upper !== null && lower <= mean && mean <= upper);
    }
    // Binomial: 95% ± 4 standard errors of 0.5 points.
    expect(held / rounds).toBeGreaterThan(0.93);
    expect(held / rounds).toBeLessThan(0.97);
  });
});
