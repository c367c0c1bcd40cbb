import { describe, expect, it } from 'vitest';
import { countPairs } from '../comparisons/pair-counts.js';
import { clusteredCovariance } from '../covariance/clustered-covariance.js';
import { modelBasedCovariance } from '../covariance/model-based-covariance.js';
import { ratingStandardErrors } from '../covariance/rating-intervals.js';
import { sandwichCovariance } from '../covariance/sandwich-covariance.js';
import { eloRatings } from '../elo/elo-ratings.js';
import { hasArenaData, readExpected, readLlmfao, readMtBench, type Battles } from '../testing/arena-data.js';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';

type ByModel = Readonly<Record<string, number>>;

interface Expected {
  readonly mt_bench: Readonly<
    Record<
      'human' | 'gpt4_pair',
      {
        readonly bt_mean_1000: ByModel;
        readonly se_sandwich: ByModel;
        readonly se_model_based: ByModel;
        readonly se_cluster_question_CR1: ByModel;
        readonly elo_file_order_init1000: Readonly<Record<'K4' | 'K16' | 'K32', ByModel>>;
      }
    >
  >;
  readonly llmfao: {
    readonly bt_mean_1000: ByModel;
    readonly se_sandwich: ByModel;
    readonly se_cluster_item_CR1_mean: number;
    readonly se_cluster_worker_CR1_mean: number;
    readonly se_cluster_prompt_CR1_mean: number;
    readonly elo_file_order_K16_init1000: ByModel;
  };
}

/** The file's digits. */
const DIGITS = 1e-6;

/** Largest difference of a model's value from the one expected; NaN when the models are others. */
function largestDifference({ names }: Battles, actual: Float64Array, expected: ByModel): number {
  if (Object.keys(expected).length !== names.length) return Number.NaN;
  return Math.max(...names.map((name, at) => Math.abs(actual[at]! - (expected[name] ?? Number.NaN))));
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasArenaData)('on published votes (skipped without ../shared/arena-data)', () => {
  const expected = hasArenaData ? (readExpected() as Expected) : undefined;

  it.each(['human', 'gpt4_pair'] as const)("MT-bench's %s votes give the published ratings and errors", (name) => {
    const battles = readMtBench(name);
    const counts = countPairs(battles.comparisons);
    const fit = fitBradleyTerry(counts);
    const clusters = [battles.clusters('question_id')] as const;
    const clustered = clusteredCovariance(counts, fit, { comparisons: battles.comparisons, clusters });
    const published = expected!.mt_bench[name];
    expect(fit).toMatchObject({ connected: true, prior: undefined, gauge: { kind: 'mean', rating: 1000 } });
    expect(fit.gradientNorm).toBeLessThan(1e-9 * fit.votes);
    expect(largestDifference(battles, fit.ratings, published.bt_mean_1000)).toBeLessThan(DIGITS);
    expect(
      largestDifference(battles, ratingStandardErrors(sandwichCovariance(counts, fit)), published.se_sandwich),
    ).toBeLessThan(DIGITS);
    expect(
      largestDifference(battles, ratingStandardErrors(modelBasedCovariance(counts, fit)), published.se_model_based),
    ).toBeLessThan(DIGITS);
    expect(largestDifference(battles, ratingStandardErrors(clustered), published.se_cluster_question_CR1)).toBeLessThan(
      DIGITS,
    );
    expect(clustered).toMatchObject({ clusters: [80], degreesOfFreedom: 79 });
  });

  it.each([4, 16, 32] as const)('MT-bench in file order gives the published Elo for K = %i', (k) => {
    for (const name of ['human', 'gpt4_pair'] as const) {
      const battles = readMtBench(name);
      const published = expected!.mt_bench[name].elo_file_order_init1000[`K${k}`];
      expect(largestDifference(battles, eloRatings(battles.comparisons, { k }), published)).toBeLessThan(DIGITS);
    }
  });

  it('LLMFAO: ratings, plain and clustered errors, and Elo are the published ones', () => {
    const battles = readLlmfao();
    const { comparisons } = battles;
    const counts = countPairs(comparisons);
    const fit = fitBradleyTerry(counts);
    const errorsBy = (column: string) =>
      mean(
        ratingStandardErrors(clusteredCovariance(counts, fit, { comparisons, clusters: [battles.clusters(column)] })),
      );
    const published = expected!.llmfao;
    expect(largestDifference(battles, fit.ratings, published.bt_mean_1000)).toBeLessThan(DIGITS);
    expect(
      largestDifference(battles, ratingStandardErrors(sandwichCovariance(counts, fit)), published.se_sandwich),
    ).toBeLessThan(DIGITS);
    expect(errorsBy('id')).toBeCloseTo(published.se_cluster_item_CR1_mean, 5);
    expect(errorsBy('worker')).toBeCloseTo(published.se_cluster_worker_CR1_mean, 5);
    expect(errorsBy('prompt')).toBeCloseTo(published.se_cluster_prompt_CR1_mean, 5);
    expect(largestDifference(battles, eloRatings(comparisons), published.elo_file_order_K16_init1000)).toBeLessThan(
      DIGITS,
    );
  });
});
