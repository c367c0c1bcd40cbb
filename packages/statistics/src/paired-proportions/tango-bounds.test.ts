import { expect, it } from 'vitest';
import { normalQuantile } from '../normal-quantile.js';
import { matchedPairsInterval } from './matched-pairs-interval.js';
import { tangoBounds, type MatchedPairs } from './tango-bounds.js';

it('agrees with the published example of airway reactivity in 21 children', () => {
  // M. W. Fagerland, S. Lydersen, P. Laake, Statistics in Medicine 33, 2014: −0.517 to −0.026 at 95% two-sided.
  const { lower, upper } = tangoBounds({ firstOnly: 1, secondOnly: 7, count: 21 }, 0.975);
  expect(lower).toBeCloseTo(-0.517, 3);
  expect(upper).toBeCloseTo(-0.026, 3);
  expect(matchedPairsInterval({ firstOnly: 1, secondOnly: 7, count: 21 })).toEqual({ lower, upper });
  expect(matchedPairsInterval({ firstOnly: 0, secondOnly: 0, count: 0 })).toBeUndefined();
});

/** The score statistic the long way: the likelihood under the difference is maximised by search. */
function statisticBySearch({ firstOnly, secondOnly, count }: MatchedPairs, difference: number): number {
  const logLikelihood = (share: number) =>
    term(firstOnly, share + difference) +
    term(secondOnly, share) +
    term(count - firstOnly - secondOnly, 1 - 2 * share - difference);
  let low = Math.max(0, -difference);
  let high = (1 - difference) / 2;
  for (let step = 0; step < 200; step += 1) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (logLikelihood(one) < logLikelihood(other)) low = one;
    else high = other;
  }
  const variance = 2 * low + difference - difference ** 2;
  return (firstOnly - secondOnly - count * difference) / Math.sqrt(count * variance);
}

function term(count: number, probability: number): number {
  return count === 0 ? 0 : count * Math.log(Math.max(probability, Number.MIN_VALUE));
}

it.each<[number, number, number]>([
  [12, 2, 50],
  [0, 3, 40],
  [5, 5, 30],
  [40, 25, 300],
])(
  'bounds where the score test by direct maximisation just rejects: %i and %i of %i',
  (firstOnly, secondOnly, count) => {
    const pairs = { firstOnly, secondOnly, count };
    const { lower, upper } = tangoBounds(pairs, 0.95);
    expect(statisticBySearch(pairs, lower)).toBeCloseTo(normalQuantile(0.9), 4);
    expect(statisticBySearch(pairs, upper)).toBeCloseTo(-normalQuantile(0.9), 4);
  },
);

it('has width where two models never disagree: z²/(n + z²)', () => {
  const z = normalQuantile(0.9);
  const { lower, upper } = tangoBounds({ firstOnly: 0, secondOnly: 0, count: 100 }, 0.95);
  expect(upper).toBeCloseTo(z ** 2 / (100 + z ** 2), 9);
  expect(lower).toBeCloseTo(-upper, 9);
});

it('says nothing without questions, and stays between −1 and 1', () => {
  expect(tangoBounds({ firstOnly: 0, secondOnly: 0, count: 0 }, 0.95)).toEqual({ lower: -1, upper: 1 });
  expect(tangoBounds({ firstOnly: 3, secondOnly: 0, count: 3 }, 0.95).upper).toBe(1);
});
