import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelRecords } from '../testing/model-records.js';
import { countPairs, emptyPairCounts, type PairCounts } from '../comparisons/pair-counts.js';
import { pairIndex } from '../comparisons/pair-index.js';
import { predictedOutcome } from '../testing/predicted-outcome.js';
import { hasArenaData, readGoldenBattles, readGoldenScores, readLlmfao } from '../testing/arena-data.js';
import { comparisonsOf, connectedComparisons } from '../testing/arbitrary-comparisons.js';
import { fitBradleyTerry } from './fit-bradley-terry.js';

/** 1's results against 0. */
function twoModels(wins: number, losses: number, ties: number): PairCounts {
  const counts = emptyPairCounts(2);
  counts.wins[0] = losses;
  counts.losses[0] = wins;
  counts.ties[0] = ties;
  return counts;
}

/** Strengths by Zermelo's iteration (D. Hunter, MM algorithms for generalized Bradley–Terry models, 2004), to be sure by another way. */
function strengthsByMM(counts: PairCounts, iterations = 20_000): Float64Array {
  const { models } = counts;
  const records = modelRecords(counts);
  let strengths = new Float64Array(models).fill(1);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const next = strengths.map((strength, a) => {
      let sum = 0;
      for (let b = 0; b < models; b += 1) {
        if (a === b) continue;
        const pair = pairIndex(Math.min(a, b), Math.max(a, b));
        sum += (counts.wins[pair]! + counts.losses[pair]! + counts.ties[pair]!) / (strength + strengths[b]!);
      }
      return (records[a]!.wins + records[a]!.ties / 2) / sum;
    });
    const total = next.reduce((sum, strength) => sum + strength, 0);
    strengths = next.map((strength) => strength / total);
  }
  return strengths;
}

const sigma = (x: number): number => 1 / (1 + Math.exp(-x));

/** e^θ of ratings, to sum 1. */
function normalised(ratings: Float64Array): Float64Array {
  const strengths = ratings.map((rating) => 10 ** ((rating - 1000) / 400));
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  return strengths.map((strength) => strength / total);
}

describe('fitBradleyTerry', () => {
  it('of two models is the logarithm of the odds', () => {
    const fit = fitBradleyTerry(twoModels(30, 10, 0));
    expect(fit.ratings[1]! - fit.ratings[0]!).toBeCloseTo(400 * Math.log10(3), 9);
    expect(fit.ratings[0]! + fit.ratings[1]!).toBeCloseTo(2000, 9);
    const tied = twoModels(30, 10, 20);
    const half = fitBradleyTerry(tied);
    expect(half.ratings[1]! - half.ratings[0]!).toBeCloseTo(400 * Math.log10(40 / 20), 9);
    expect(half.votes).toBe(60);
    const dropped = fitBradleyTerry(tied, { ties: 'drop' });
    expect(dropped.ratings).toEqual(fit.ratings);
    expect([...dropped.games]).toEqual([40, 40]);
  });

  it('finds what Zermelo’s iteration finds, and expects the scores that were', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const counts = countPairs(comparisons);
        const fit = fitBradleyTerry(counts);
        expect(fit).toMatchObject({ connected: true, converged: true, prior: undefined });
        for (const [model, strength] of strengthsByMM(counts, 3000).entries()) {
          expect(normalised(fit.ratings)[model]).toBeCloseTo(strength, 8);
        }
        for (const [a, { wins, ties }] of modelRecords(counts).entries()) {
          let expected = 0;
          for (let b = 0; b < counts.models; b += 1) {
            if (a === b) continue;
            const pair = pairIndex(Math.min(a, b), Math.max(a, b));
            const games = counts.wins[pair]! + counts.losses[pair]! + counts.ties[pair]!;
            expected += games * predictedOutcome(fit, a, b).win;
          }
          expect(expected).toBeCloseTo(wins + ties / 2, 8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['food', 'simple'] as const)("gives evalica's strengths of %s", (name) => {
    const { names, comparisons } = readGoldenBattles(name);
    const golden = readGoldenScores(name, 'bradley_terry');
    expect(golden.size).toBe(names.length);
    const strengths = normalised(fitBradleyTerry(countPairs(comparisons)).ratings);
    for (const [model, label] of names.entries()) expect(strengths[model]).toBeCloseTo(golden.get(label)!, 11);
  });

  it.skipIf(!hasArenaData)("gives evalica's strengths of LLMFAO (skipped without ../shared/arena-data)", () => {
    const { names, comparisons } = readLlmfao();
    const golden = readGoldenScores('llmfao', 'bradley_terry');
    expect(golden.size).toBe(names.length);
    const strengths = normalised(fitBradleyTerry(countPairs(comparisons)).ratings);
    for (const [model, label] of names.entries()) expect(strengths[model]! / golden.get(label)!).toBeCloseTo(1, 9);
  });

  it('with an anchor moves all ratings alike', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const counts = countPairs(comparisons);
        const free = fitBradleyTerry(counts);
        const anchored = fitBradleyTerry(counts, { anchor: { model: 1, rating: 1114 } });
        expect(anchored.gauge).toEqual({ kind: 'anchor', model: 1, rating: 1114 });
        expect(anchored.ratings[1]).toBeCloseTo(1114, 9);
        for (const [model, rating] of free.ratings.entries()) {
          expect(anchored.ratings[model]! - anchored.ratings[1]!).toBeCloseTo(rating - free.ratings[1]!, 8);
        }
      }),
    );
  });

  it('does not stop short where models are nearly separable', () => {
    // 0 beats 1, 1 beats 2 … a million to one: 2400 points from each to the next.
    const models = 6;
    const counts = emptyPairCounts(models);
    for (let lower = 0; lower + 1 < models; lower += 1) {
      counts.wins[pairIndex(lower, lower + 1)] = 1e6;
      counts.losses[pairIndex(lower, lower + 1)] = 1;
    }
    const { ratings, converged } = fitBradleyTerry(counts);
    expect(converged).toBe(true);
    for (let lower = 0; lower + 1 < models; lower += 1) {
      expect(ratings[lower]! - ratings[lower + 1]!).toBeCloseTo(2400, 3);
    }
  });

  it.skipIf(!hasArenaData)('takes few steps on real votes (skipped without ../shared/arena-data)', () => {
    expect(fitBradleyTerry(countPairs(readLlmfao().comparisons)).iterations).toBeLessThan(15);
  });
});

describe('where votes alone leave ratings infinite', () => {
  it('half a tie with a phantom keeps them finite, and the fit says so', () => {
    // 0 beat 1 three times and never lost. Each model's slope is 0: 3(1 − p) = ½(σ(θ₀) − ½), θ₁ = −θ₀, p = σ(2θ₀).
    const fit = fitBradleyTerry(twoModels(0, 3, 0));
    expect(fit).toMatchObject({ connected: false, prior: { ties: 0.5 }, components: { count: 2 } });
    expect([...fit.components.of]).toEqual([0, 1]);
    expect(fit.prior?.rating).toBeCloseTo(1000, 9);
    const strength = ((fit.ratings[0]! - 1000) * Math.LN10) / 400;
    expect(3 * (1 - sigma(2 * strength))).toBeCloseTo(0.5 * (sigma(strength) - 0.5), 9);
  });

  it('groups that never met are rated about the same phantom', () => {
    const counts = countPairs(
      comparisonsOf(4, [
        [0, 1, 0],
        [0, 1, 1],
        [2, 3, 2],
      ]),
    );
    const fit = fitBradleyTerry(counts);
    expect(fit).toMatchObject({ connected: false, components: { count: 2 } });
    for (const rating of fit.ratings) expect(rating).toBeCloseTo(1000, 9);
  });

  it('a wanted prior is used though votes suffice', () => {
    const fit = fitBradleyTerry(twoModels(30, 10, 0), { prior: 5 });
    expect(fit).toMatchObject({ connected: true, prior: { ties: 5 } });
    expect(fit.ratings[1]! - fit.ratings[0]!).toBeLessThan(400 * Math.log10(3) - 10);
  });

  it('a model without games has no rating and changes nothing', () => {
    const counts = countPairs(
      comparisonsOf(3, [
        [0, 2, 0],
        [0, 2, 0],
        [0, 2, 1],
      ]),
    );
    const fit = fitBradleyTerry(counts);
    expect(fit.connected).toBe(true);
    expect(fit.ratings[1]).toBeNaN();
    expect(fit.components.of[1]).toBe(-1);
    expect(fit.ratings[0]! - fit.ratings[2]!).toBeCloseTo(400 * Math.log10(2), 9);
    expect(fit.ratings[0]! + fit.ratings[2]!).toBeCloseTo(2000, 9);
    expect(() => fitBradleyTerry(counts, { anchor: { model: 1, rating: 1000 } })).toThrow(
      'the anchor, model 1, has no games',
    );
  });

  it('no votes at all give no ratings', () => {
    const fit = fitBradleyTerry(emptyPairCounts(2));
    expect(fit.ratings.every((rating) => Number.isNaN(rating))).toBe(true);
    expect(fit).toMatchObject({ votes: 0, connected: true, converged: true });
  });
});
