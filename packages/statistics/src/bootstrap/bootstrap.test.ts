import { describe, expect, it } from 'vitest';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import type { Clusters } from '../comparisons/comparisons.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { clusteredCovariance } from '../covariance/clustered-covariance.js';
import { ratingIntervals, ratingStandardErrors } from '../covariance/rating-intervals.js';
import { sandwichCovariance } from '../covariance/sandwich-covariance.js';
import { fitDavidson } from '../davidson/fit-davidson.js';
import { seededRandom } from '../random/xoshiro.js';
import { comparisonsOf } from '../testing/arbitrary-comparisons.js';
import { bootstrapRatings } from './bootstrap-ratings.js';
import { bootstrapRankQuantiles, bootstrapStandardErrors, percentileIntervals } from './percentile-intervals.js';

const MODELS = 5;
const VOTES = 3000;
const QUESTIONS = 60;

/** Votes of models 60 points apart on questions that each favour some of them; a fifth are ties. */
function syntheticVotes() {
  const random = seededRandom(20);
  const favour = Float64Array.from({ length: QUESTIONS * MODELS }, () => random.uniform() - 0.5);
  const question = Int32Array.from({ length: VOTES }, () => Math.floor(random.uniform() * QUESTIONS));
  const rows = Array.from(question, (at) => {
    const a = Math.floor(random.uniform() * MODELS);
    const b = (a + 1 + Math.floor(random.uniform() * (MODELS - 1))) % MODELS;
    const difference = (b - a) * 0.35 + 3 * (favour[at * MODELS + a]! - favour[at * MODELS + b]!);
    const win = random.uniform() < 1 / (1 + Math.exp(-difference));
    return [a, b, random.uniform() < 0.2 ? 2 : win ? 0 : 1] as const;
  });
  const clusters: Clusters = { count: QUESTIONS, of: question };
  return { comparisons: comparisonsOf(MODELS, rows), clusters };
}

const { comparisons, clusters } = syntheticVotes();
const counts = countPairs(comparisons);
const fit = fitBradleyTerry(counts);

/** Largest difference of two columns, as a part of the second. */
function largestRatio(actual: Float64Array, expected: Float64Array): number {
  return actual.reduce((most, value, at) => Math.max(most, Math.abs(value / expected[at]! - 1)), 0);
}

describe('bootstrapRatings', () => {
  it('varies as the sandwich says', () => {
    const expected = ratingStandardErrors(sandwichCovariance(counts, fit));
    const bootstrap = bootstrapRatings(counts, fit, { rounds: 4000, seed: 1 });
    expect(largestRatio(bootstrapStandardErrors(bootstrap), expected)).toBeLessThan(0.05);
    expect(bootstrap.unconnectedRounds).toBe(0);
  });

  it('by cluster varies as the clustered sandwich says, which is wider', () => {
    const votes = { comparisons, clusters: [clusters] } as const;
    const plain = ratingStandardErrors(sandwichCovariance(counts, fit));
    const expected = ratingStandardErrors(clusteredCovariance(counts, fit, votes));
    const bootstrap = bootstrapRatings(counts, fit, { rounds: 4000, seed: 2, votes });
    expect(Math.min(...expected.map((error, at) => error / plain[at]!))).toBeGreaterThan(1.3);
    expect(largestRatio(bootstrapStandardErrors(bootstrap), expected)).toBeLessThan(0.06);
  });

  it('refits to the end: each round is the fit of its votes', () => {
    // With two clusters a round is one of three sets of votes: the first twice, both, the second twice.
    const of = Int32Array.from(clusters.of, (question) => question % 2);
    const votes = { comparisons, clusters: [{ count: 2, of }] } as const;
    const bootstrap = bootstrapRatings(counts, fit, { rounds: 40, seed: 3, votes });
    const refits = [0, 1, 2].map((kept) => {
      const rows = Array.from(of.keys()).filter((vote) => kept === 2 || of[vote] === kept);
      const { first, second, outcome } = comparisons;
      return fitBradleyTerry(
        countPairs(
          comparisonsOf(
            MODELS,
            rows.map((vote) => [first[vote]!, second[vote]!, outcome[vote]!] as const),
          ),
        ),
      ).ratings;
    });
    const used = new Set<number>();
    for (let round = 0; round < 40; round += 1) {
      const ratings = bootstrap.ratings.subarray(round * MODELS, (round + 1) * MODELS);
      const differences = refits.map((refit) =>
        Math.max(...refit.map((rating, at) => Math.abs(rating - ratings[at]!))),
      );
      used.add(differences.indexOf(Math.min(...differences)));
      expect(Math.min(...differences)).toBeLessThan(1e-4);
    }
    expect(used.size).toBe(3);
  });

  it('is the same for the same seed, and another for another', () => {
    const [once, again, other] = [7, 7, 8].map((seed) => bootstrapRatings(counts, fit, { rounds: 5, seed }).ratings);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('holds an anchor in every round', () => {
    const anchored = fitBradleyTerry(counts, { anchor: { model: 2, rating: 1100 } });
    const bootstrap = bootstrapRatings(counts, anchored, { rounds: 50, seed: 1 });
    for (let round = 0; round < 50; round += 1) expect(bootstrap.ratings[round * MODELS + 2]).toBeCloseTo(1100, 9);
    expect(bootstrapStandardErrors(bootstrap)[0]).toBeGreaterThan(5);
  });

  it('says how many rounds needed a prior, and stays finite', () => {
    // 1 beat 0 once in six: a third of the rounds lack that win.
    const few = countPairs(comparisonsOf(2, [[1, 0, 0], ...Array.from({ length: 5 }, () => [0, 1, 0] as const)]));
    const bootstrap = bootstrapRatings(few, fitBradleyTerry(few), { rounds: 400, seed: 1 });
    expect(Math.abs(bootstrap.unconnectedRounds / 400 - Math.exp(-1))).toBeLessThan(0.1);
    expect(bootstrap.ratings.every((rating) => Number.isFinite(rating))).toBe(true);
  });

  it('refuses to draw one cluster', () => {
    const one = { count: 1, of: new Int32Array(VOTES) };
    expect(() => bootstrapRatings(counts, fit, { seed: 1, votes: { comparisons, clusters: [one] } })).toThrow(
      'votes of one cluster',
    );
  });

  it("bootstraps Davidson's ratings, too", () => {
    const davidson = fitDavidson(counts);
    const bootstrap = bootstrapRatings(counts, davidson, { rounds: 2000, seed: 4 });
    const expected = ratingStandardErrors(sandwichCovariance(counts, davidson));
    expect(largestRatio(bootstrapStandardErrors(bootstrap), expected)).toBeLessThan(0.07);
  });
});

it('percentile intervals are those of the covariance where there are many votes', () => {
  const bootstrap = bootstrapRatings(counts, fit, { rounds: 4000, seed: 5 });
  const percentiles = percentileIntervals(bootstrap);
  const symmetric = ratingIntervals(fit.ratings, sandwichCovariance(counts, fit));
  for (let model = 0; model < MODELS; model += 1) {
    expect(Math.abs(percentiles.lower[model]! - symmetric.lower[model]!)).toBeLessThan(2);
    expect(Math.abs(percentiles.upper[model]! - symmetric.upper[model]!)).toBeLessThan(2);
  }
});

it('rank quantiles are those of the rounds', () => {
  const rounds = 100;
  // Model 0 is first in 95 rounds and last in 5; model 1 the other way round; model 2 has no rating.
  const ratings = Float64Array.from({ length: rounds * 3 }, (_, at) => {
    if (at % 3 === 2) return Number.NaN;
    return at % 3 === (Math.floor(at / 3) < 5 ? 1 : 0) ? 1100 : 900;
  });
  const bootstrap = { models: 3, rounds, ratings, seed: 0, unconnectedRounds: 0 };
  expect(bootstrapRankQuantiles(bootstrap, 0.8)).toEqual({
    lower: Float64Array.of(1, 2, Number.NaN),
    upper: Float64Array.of(1, 2, Number.NaN),
  });
  expect([...bootstrapRankQuantiles(bootstrap, 0.98).upper].slice(0, 2)).toEqual([2, 2]);
});
