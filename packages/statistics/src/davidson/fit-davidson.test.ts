import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import { modelRecords } from '../testing/model-records.js';
import { countPairs, emptyPairCounts } from '../comparisons/pair-counts.js';
import { pairIndex } from '../comparisons/pair-index.js';
import { clusteredCovariance } from '../covariance/clustered-covariance.js';
import { modelBasedCovariance } from '../covariance/model-based-covariance.js';
import { differenceStandardError } from '../covariance/rating-intervals.js';
import { sandwichCovariance } from '../covariance/sandwich-covariance.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { predictedOutcome } from '../testing/predicted-outcome.js';
import { comparisonsOf, connectedComparisons } from '../testing/arbitrary-comparisons.js';
import { fitDavidson } from './fit-davidson.js';

describe('fitDavidson', () => {
  const counts = emptyPairCounts(2);
  counts.wins[0] = 45;
  counts.losses[0] = 20;
  counts.ties[0] = 35;

  it('of two models predicts just what was', () => {
    // Three outcomes, two parameters: θ₁ − θ₂ = ln(w/l), ν = t/√(w·l).
    const fit = fitDavidson(counts);
    const { win, tie, loss } = predictedOutcome(fit, 0, 1);
    expect(win).toBeCloseTo(0.45, 10);
    expect(tie).toBeCloseTo(0.35, 10);
    expect(loss).toBeCloseTo(0.2, 10);
    expect(fit.ratings[0]! - fit.ratings[1]!).toBeCloseTo(400 * Math.log10(45 / 20), 8);
    expect(fit.tieParameter).toBeCloseTo(35 / Math.sqrt(45 * 20), 9);
  });

  it('of two models has the error of ln(w/l)', () => {
    // The model is saturated: Var ln(w/l) = 1/w + 1/l, model-based and sandwich alike.
    const error = ELO_POINTS * Math.sqrt(1 / 45 + 1 / 20);
    const fit = fitDavidson(counts);
    expect(differenceStandardError(modelBasedCovariance(counts, fit), 0, 1)).toBeCloseTo(error, 8);
    expect(differenceStandardError(sandwichCovariance(counts, fit), 0, 1)).toBeCloseTo(error, 8);
  });

  it('without ties is Bradley–Terry', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const decided = countPairs({ ...comparisons, outcome: comparisons.outcome.map((result) => result % 2) });
        const { tieParameter, ratings } = fitDavidson(decided);
        expect(tieParameter).toBe(0);
        expect(ratings).toEqual(fitBradleyTerry(decided).ratings);
      }),
    );
  });

  it('expects every score and the number of ties that were', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const votes = countPairs(comparisons);
        const fit = fitDavidson(votes);
        expect(fit.converged).toBe(true);
        let ties = 0;
        for (const [a, record] of modelRecords(votes).entries()) {
          let score = 0;
          for (let b = 0; b < votes.models; b += 1) {
            if (a === b) continue;
            const pair = pairIndex(Math.min(a, b), Math.max(a, b));
            const games = votes.wins[pair]! + votes.losses[pair]! + votes.ties[pair]!;
            const { win, tie } = predictedOutcome(fit, a, b);
            score += games * (win + tie / 2);
            ties += (games * tie) / 2;
          }
          expect(score).toBeCloseTo(record.wins + record.ties / 2, 6);
        }
        expect(ties).toBeCloseTo(
          votes.ties.reduce((sum, count) => sum + count, 0),
          6,
        );
      }),
    );
  });

  it('by clusters of one vote each is the sandwich, but for N/(N − 1)', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const votes = countPairs(comparisons);
        const fit = fitDavidson(votes);
        const plain = sandwichCovariance(votes, fit);
        const of = Int32Array.from(comparisons.outcome, (_, at) => at);
        const clusters = [{ count: of.length, of }] as const;
        const clustered = clusteredCovariance(votes, fit, { comparisons, clusters });
        for (const [at, value] of plain.matrix.entries()) {
          expect(clustered.matrix[at]! / (fit.votes / (fit.votes - 1))).toBeCloseTo(value, 5);
        }
      }),
    );
  });

  it('keeps a model that never lost finite, as Bradley–Terry does', () => {
    const votes = countPairs(
      comparisonsOf(3, [
        [0, 1, 0],
        [1, 0, 0],
        [0, 1, 2],
        [2, 0, 0],
        [2, 1, 0],
      ]),
    );
    const fit = fitDavidson(votes);
    expect(fit).toMatchObject({ connected: false, converged: true, prior: { ties: 0.5 } });
    expect(fit.ratings[2]).toBeGreaterThan(1100);
    expect(differenceStandardError(sandwichCovariance(votes, fit), 2, 0)).toBeGreaterThan(200);
  });

  it('refuses votes that are all ties', () => {
    expect(() => fitDavidson(countPairs(comparisonsOf(2, [[0, 1, 2]])))).toThrow('all votes are ties');
  });
});
