import { describe, expect, it } from 'vitest';
import { nonInferiorityVotes } from './non-inferiority-votes.js';
import { QUESTION_INFLATION } from './question-inflation.js';
import { ratingHalfWidth, votesForHalfWidth } from './rating-precision.js';

describe('the planner of ratings', () => {
  // The specification of the arena, §3.4: simulated, 16 models, uniform pairs, 20% ties, independent votes.
  it.each([
    [480, 79.6],
    [1200, 49.5],
    [3000, 31.4],
    [6000, 22.0],
    [12_000, 15.5],
    [30_000, 9.8],
  ])('foresees for %i votes a half-width within 3%% of the simulated %d points', (votes, simulated) => {
    expect(ratingHalfWidth({ models: 16, tieRate: 0.2 }, votes) / simulated).toBeGreaterThan(0.97);
    expect(ratingHalfWidth({ models: 16, tieRate: 0.2 }, votes) / simulated).toBeLessThan(1.03);
  });

  it('is exact for two equal models', () => {
    // One pair: θ₁ − θ₂ has variance 4/n without ties; each model is half of it away from the mean.
    const expected = (1.959963984540054 * (400 / Math.LN10) * Math.sqrt(4 / 100)) / 2;
    expect(ratingHalfWidth({ models: 2, tieRate: 0, spread: 0 }, 100)).toBeCloseTo(expected, 8);
  });

  it('says how many votes a half-width needs, the same for each pair', () => {
    const plan = { models: 16, tieRate: 0.2 };
    const { votes, perPair, perModel } = votesForHalfWidth(plan, 20);
    expect(votes).toBe(perPair * 120);
    expect(perModel).toBe(perPair * 15);
    expect(ratingHalfWidth(plan, votes)).toBeLessThanOrEqual(20);
    expect(ratingHalfWidth(plan, votes - 120)).toBeGreaterThan(20);
    const clustered = votesForHalfWidth({ ...plan, inflation: QUESTION_INFLATION }, 20);
    expect(clustered.votes / votes).toBeCloseTo(QUESTION_INFLATION ** 2, 1);
  });

  it('has no answer for more ties than there can be', () => {
    expect(ratingHalfWidth({ models: 4, tieRate: 1 }, 100)).toBeNaN();
  });
});

describe('the planner of non-inferiority', () => {
  // The specification of the arena, §6.6, gives 500, 1500, 125, 375 as rough sizes.
  it.each([
    [0.05, 1, 495],
    [0.05, QUESTION_INFLATION, 1498],
    [0.1, 1, 124],
    [0.1, QUESTION_INFLATION, 375],
  ])('asks for margin %d and inflation %d for %i votes', (margin, inflation, votes) => {
    expect(nonInferiorityVotes({ margin, tieRate: 0.2, inflation })).toBe(votes);
  });

  it('asks for fewer where the model is better, and for ever more where it is at the limit', () => {
    const plan = { margin: 0.05, tieRate: 0.2 };
    expect(nonInferiorityVotes({ ...plan, winRate: 0.55 })).toBeLessThan(nonInferiorityVotes(plan) / 3);
    expect(nonInferiorityVotes({ ...plan, winRate: 0.45 })).toBe(Infinity);
  });
});
