import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasArenaData, readGoldenBattles, readGoldenScores, readLlmfao } from '../testing/arena-data.js';
import { anyComparisons, comparisonsOf } from '../testing/arbitrary-comparisons.js';
import { eloOrderStudy } from './elo-order-study.js';
import { eloRatings } from './elo-ratings.js';

describe('eloRatings', () => {
  it('moves by K times what was not expected', () => {
    // Two of 1000: half a point was expected. Then 1008 against 992: 1/(1 + 10^(−16/400)) = 0.52301.
    expect([...eloRatings(comparisonsOf(2, [[0, 1, 0]]))]).toEqual([1008, 992]);
    const [first] = eloRatings(
      comparisonsOf(2, [
        [0, 1, 0],
        [1, 0, 2],
      ]),
    );
    expect(first).toBeCloseTo(1008 + 16 * (0.5 - 1 / (1 + 10 ** (-16 / 400))), 10);
  });

  it.each(['food', 'simple'] as const)("gives evalica's ratings of %s with K = 4", (name) => {
    const { names, comparisons } = readGoldenBattles(name);
    const ratings = eloRatings(comparisons, { k: 4 });
    const golden = readGoldenScores(name, 'elo');
    expect(golden.size).toBe(names.length);
    for (const [model, label] of names.entries()) expect(ratings[model]).toBeCloseTo(golden.get(label)!, 9);
  });

  it('keeps the sum, and does not care who stood first', () => {
    fc.assert(
      fc.property(anyComparisons(), ({ models, first, second, outcome }) => {
        const ratings = eloRatings({ models, first, second, outcome }, { k: 30, initial: 1500 });
        expect(ratings.reduce((sum, rating) => sum + rating, 0)).toBeCloseTo(1500 * models, 6);
        const swapped = outcome.map((result) => [1, 0, 2][result]!);
        const mirrored = eloRatings(
          { models, first: second, second: first, outcome: swapped },
          { k: 30, initial: 1500 },
        );
        for (const [model, rating] of ratings.entries()) expect(mirrored[model]).toBeCloseTo(rating, 8);
      }),
    );
  });
});

describe('eloOrderStudy', () => {
  it('tells what only the order does', () => {
    // One vote has one order: no spread; first is the winner always.
    const still = eloOrderStudy(comparisonsOf(2, [[0, 1, 0]]));
    expect([...still.standardDeviation]).toEqual([0, 0]);
    expect([...still.firstShare]).toEqual([1, 0]);
    // A win each: whoever wins last is ahead, by the same, in half of the orders.
    const even = eloOrderStudy(
      comparisonsOf(2, [
        [0, 1, 0],
        [0, 1, 1],
      ]),
      { shuffles: 4000, seed: 1 },
    );
    expect(even.mean[0]).toBeCloseTo(1000, 1);
    const lead = 16 / (1 + 10 ** (-16 / 400)) - 8;
    expect(even.standardDeviation[0]).toBeCloseTo(lead, 2);
    expect(even.firstShare[0]).toBeCloseTo(0.5, 1);
    expect([...even.bestRank, ...even.worstRank]).toEqual([1, 1, 2, 2]);
  });

  it('is the same for the same seed', () => {
    const { comparisons } = readGoldenBattles('food');
    expect(eloOrderStudy(comparisons, { seed: 5 })).toEqual(eloOrderStudy(comparisons, { seed: 5 }));
    expect(eloOrderStudy(comparisons, { seed: 5 })).not.toEqual(eloOrderStudy(comparisons, { seed: 6 }));
  });

  it.skipIf(!hasArenaData)("finds LLMFAO's order noise (skipped without ../shared/arena-data)", () => {
    const { names, comparisons } = readLlmfao();
    const { standardDeviation, firstShare, bestRank, worstRank } = eloOrderStudy(comparisons, { shuffles: 300 });
    // Measured elsewhere over 500 orders: mean deviation 21.4, GPT 4 first in 0.91 of them, a range of 40 places.
    const mean = standardDeviation.reduce((sum, value) => sum + value, 0) / names.length;
    expect(mean).toBeGreaterThan(20.4);
    expect(mean).toBeLessThan(22.4);
    expect(Math.abs(firstShare[names.indexOf('GPT 4')]! - 0.91)).toBeLessThan(0.06);
    expect(Math.max(...worstRank.map((rank, model) => rank - bestRank[model]! + 1))).toBeGreaterThan(30);
  });
});
