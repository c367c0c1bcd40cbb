import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import type { Clusters } from '../comparisons/comparisons.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { studentTQuantile } from '../student-t.js';
import { hasArenaData, readLlmfao, readMtBench, type Battles } from '../testing/arena-data.js';
import { comparisonsOf, connectedComparisons } from '../testing/arbitrary-comparisons.js';
import { clusteredCovariance } from './clustered-covariance.js';
import { modelBasedCovariance } from './model-based-covariance.js';
import { differenceStandardError, ratingIntervals, ratingStandardErrors } from './rating-intervals.js';
import { sandwichCovariance } from './sandwich-covariance.js';

/** Every vote in a cluster of its own. */
function alone(votes: number): Clusters {
  return { count: votes, of: Int32Array.from({ length: votes }, (_, at) => at) };
}

describe('standard errors of two models', () => {
  // 3 wins, 1 loss, 2 ties of the first: score 4 of 6, p = ⅔.
  const comparisons = comparisonsOf(2, [
    [0, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
    [0, 1, 1],
    [0, 1, 2],
    [1, 0, 2],
  ]);
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts);
  const p = 2 / 3;

  it('are those of a logarithm of odds', () => {
    const modelBased = ELO_POINTS / Math.sqrt(6 * p * (1 - p));
    expect(differenceStandardError(modelBasedCovariance(counts, fit), 0, 1)).toBeCloseTo(modelBased, 9);
    const residuals = 3 * (1 - p) ** 2 + p ** 2 + 2 * (0.5 - p) ** 2;
    const sandwich = (ELO_POINTS * Math.sqrt(residuals)) / (6 * p * (1 - p));
    expect(differenceStandardError(sandwichCovariance(counts, fit), 0, 1)).toBeCloseTo(sandwich, 9);
    // Against the mean of both each varies half as much.
    expect(ratingStandardErrors(sandwichCovariance(counts, fit))[0]).toBeCloseTo(sandwich / 2, 9);
  });

  it('by cluster come from the sums of residuals, with C/(C − 1) and C − 1 degrees of freedom', () => {
    const clusters = { count: 5, of: Int32Array.of(0, 0, 3, 3, 4, 4) };
    const covariance = clusteredCovariance(counts, fit, { comparisons, clusters: [clusters] });
    const sums = [2 * (1 - p), 1 - p - p, 2 * (0.5 - p)];
    const meat = sums.reduce((sum, value) => sum + value ** 2, 0) * (3 / 2);
    const error = (ELO_POINTS * Math.sqrt(meat)) / (6 * p * (1 - p));
    expect(differenceStandardError(covariance, 0, 1)).toBeCloseTo(error, 9);
    expect(covariance).toMatchObject({ clusters: [3], degreesOfFreedom: 2 });
    const { lower, upper } = ratingIntervals(fit.ratings, covariance);
    expect(upper[0]! - lower[0]!).toBeCloseTo((studentTQuantile(0.95, 2) * error * 2) / 2, 9);
  });

  it('refuse to come from one cluster', () => {
    const clusters = { count: 1, of: new Int32Array(6) };
    expect(() => clusteredCovariance(counts, fit, { comparisons, clusters: [clusters] })).toThrow(
      'votes are in 1 cluster',
    );
  });
});

describe('covariances', () => {
  it('depend on the gauge only as they must', () => {
    fc.assert(
      fc.property(connectedComparisons(), (comparisons) => {
        const counts = countPairs(comparisons);
        const free = sandwichCovariance(counts, fitBradleyTerry(counts));
        const anchored = sandwichCovariance(counts, fitBradleyTerry(counts, { anchor: { model: 0, rating: 1200 } }));
        const errors = ratingStandardErrors(anchored);
        expect(errors[0]).toBe(0);
        for (let model = 1; model < counts.models; model += 1) {
          expect(errors[model]).toBeCloseTo(differenceStandardError(free, model, 0), 6);
          expect(differenceStandardError(anchored, model, 0)).toBeCloseTo(differenceStandardError(free, model, 0), 6);
        }
      }),
    );
  });

  it('of votes alone in their clusters are the sandwich, but for N/(N − 1)', () => {
    fc.assert(
      fc.property(connectedComparisons(), fc.constantFrom('half' as const, 'drop' as const), (comparisons, ties) => {
        const counts = countPairs(comparisons);
        const fit = fitBradleyTerry(counts, { ties });
        const plain = sandwichCovariance(counts, fit);
        const clusters = [alone(comparisons.outcome.length)] as const;
        const clustered = clusteredCovariance(counts, fit, { comparisons, clusters });
        expect(clustered.clusters).toEqual([fit.votes]);
        for (const [at, value] of plain.matrix.entries()) {
          expect(clustered.matrix[at]! / (fit.votes / (fit.votes - 1))).toBeCloseTo(value, 6);
        }
      }),
    );
  });

  it('do not believe that copies of a vote are news', () => {
    fc.assert(
      fc.property(connectedComparisons(20), ({ models, first, second, outcome }) => {
        const rows = Array.from(outcome, (result, at) => [first[at]!, second[at]!, result] as const);
        const errorsOf = (copies: number): Float64Array => {
          const comparisons = comparisonsOf(models, Array.from({ length: copies }, () => rows).flat());
          const counts = countPairs(comparisons);
          const of = Int32Array.from({ length: copies * rows.length }, (_, at) => at % rows.length);
          const clusters = [{ count: rows.length, of }] as const;
          return ratingStandardErrors(clusteredCovariance(counts, fitBradleyTerry(counts), { comparisons, clusters }));
        };
        const [once, thrice] = [errorsOf(1), errorsOf(3)];
        for (const [model, error] of once.entries()) expect(thrice[model]).toBeCloseTo(error, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('have NaN for a model without games', () => {
    const counts = countPairs(
      comparisonsOf(3, [
        [0, 2, 0],
        [0, 2, 1],
      ]),
    );
    const errors = ratingStandardErrors(sandwichCovariance(counts, fitBradleyTerry(counts)));
    expect(errors[1]).toBeNaN();
    expect(errors[0]).toBeGreaterThan(0);
  });
});

describe('of a model that won all its games', () => {
  const rows = Array.from({ length: 40 }, (_, at) => [0, 1, at % 2] as const);
  const comparisons = comparisonsOf(3, [...rows, [2, 0, 0], [2, 0, 0], [2, 1, 0]]);
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts);

  it('the error is large by every formula, and others stay as they are', () => {
    const clusters = [alone(comparisons.outcome.length)] as const;
    const modelBased = modelBasedCovariance(counts, fit);
    for (const covariance of [
      sandwichCovariance(counts, fit),
      clusteredCovariance(counts, fit, { comparisons, clusters }),
    ]) {
      expect(differenceStandardError(covariance, 2, 0)).toBeGreaterThan(250);
      expect(differenceStandardError(covariance, 2, 0)).toBeCloseTo(differenceStandardError(modelBased, 2, 0), -1);
      expect(differenceStandardError(covariance, 0, 1)).toBeLessThan(60);
    }
  });
});

/** By one column, by another, and by both. */
function covariances(battles: Battles, ways: readonly [string, string]) {
  const { comparisons } = battles;
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts);
  const [first, second] = ways.map((way) => battles.clusters(way)) as [Clusters, Clusters];
  const of = (...clusters: [Clusters] | [Clusters, Clusters]) =>
    clusteredCovariance(counts, fit, { comparisons, clusters });
  return { one: of(first), other: of(second), both: of(first, second) };
}

describe.skipIf(!hasArenaData)('two ways of clustering (skipped without ../shared/arena-data)', () => {
  // Both as numpy 2 has them, by its own pseudo-inverse. Of LLMFAO 30 eigenvalues are negative, but no variance of a rating or a difference.
  it('are first + second − both on LLMFAO by prompt and worker, with the degrees of freedom of the prompts', () => {
    const { both } = covariances(readLlmfao(), ['prompt', 'worker']);
    expect(both).toMatchObject({ clusters: [13, 124], degreesOfFreedom: 12, repair: { kind: 'none' } });
    const errors = ratingStandardErrors(both);
    expect(errors.reduce((sum, error) => sum + error) / errors.length).toBeCloseTo(32.426563275, 6);
  });

  it('are first + second − both on MT-bench by question and judge, as numpy has it', () => {
    const { both } = covariances(readMtBench('human'), ['judge', 'question_id']);
    expect(both).toMatchObject({ clusters: [65, 80], degreesOfFreedom: 64, repair: { kind: 'none' } });
    const expected = [10.664535, 12.179804, 15.694586, 16.197201, 17.268967, 18.0619];
    const errors = [...ratingStandardErrors(both)].toSorted((x, y) => x - y);
    expected.forEach((error, at) => expect(errors[at]).toBeCloseTo(error, 5));
  });
});

it('two crossed ways are first + second − both', () => {
  // Three questions by four annotators; the first of each is fond of model 0.
  const cells = Array.from({ length: 12 }, (_, at) => ({ question: Math.floor(at / 4), annotator: at % 4 }));
  const comparisons = comparisonsOf(
    2,
    cells.map(({ question, annotator }) => [0, 1, question === 0 || annotator === 0 ? 0 : 1] as const),
  );
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts);
  const variance = (...clusters: [Clusters] | [Clusters, Clusters]): number =>
    clusteredCovariance(counts, fit, { comparisons, clusters }).matrix[0]!;
  const questions = { count: 3, of: Int32Array.from(cells, ({ question }) => question) };
  const annotators = { count: 4, of: Int32Array.from(cells, ({ annotator }) => annotator) };
  expect(variance(questions, annotators)).toBeCloseTo(
    variance(questions) + variance(annotators) - variance(alone(12)),
    6,
  );
});

it('two crossed ways whose variance would be negative are at least the variance by both at once', () => {
  // Each question and each annotator is divided: by either way votes do not vary.
  const cells = [0, 0, 1, 1].map((question, at) => ({ question, annotator: at % 2 }));
  const comparisons = comparisonsOf(
    2,
    cells.map(({ question, annotator }) => [0, 1, question === annotator ? 0 : 1] as const),
  );
  const counts = countPairs(comparisons);
  const fit = fitBradleyTerry(counts);
  const questions = { count: 2, of: Int32Array.from(cells, ({ question }) => question) };
  const annotators = { count: 2, of: Int32Array.from(cells, ({ annotator }) => annotator) };
  const twoWays = clusteredCovariance(counts, fit, { comparisons, clusters: [questions, annotators] });
  const alike = clusteredCovariance(counts, fit, { comparisons, clusters: [alone(4)] });
  expect(twoWays.repair).toEqual({ kind: 'eigenvalues' });
  expect(differenceStandardError(twoWays, 0, 1)).toBeCloseTo(differenceStandardError(alike, 0, 1), 9);
});
