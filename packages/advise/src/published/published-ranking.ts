import type { AreaWeight } from '../needs/written.js';
import type { PublishedComparison } from './published-comparison.js';

/** Where a model stands by what others published of it and of the reference. */
export interface PublishedStanding {
  /** Weighted mean over areas of the mean over benchmarks of the ratio to the reference: 1 is as good. It has no interval. */
  readonly ratio: number;
  /** Share of the weights whose areas have a number, 0 to 1. */
  readonly coverage: number;
  readonly comparisons: readonly PublishedComparison[];
}

/**
 * Sums up published comparisons: of several tables of a benchmark the mean counts, each benchmark of an area counts the same. Settings,
 * judges and prompts differ from table to table, so the order is a hint where to measure first and nothing more. Undefined without a ratio
 * in any of the areas.
 */
export function publishedStanding(
  comparisons: readonly PublishedComparison[],
  weights: readonly AreaWeight[],
): PublishedStanding | undefined {
  const areas = weights.flatMap(({ area, weight }) => {
    const ofArea = comparisons.filter((one) => one.area === area);
    const names = new Set(ofArea.map(({ benchmark }) => benchmark));
    const ratios = [...names].flatMap((name) => {
      const ratio = meanRatio(ofArea.filter(({ benchmark }) => benchmark === name));
      return ratio === undefined ? [] : [ratio];
    });
    return ratios.length === 0 ? [] : [{ weight, ratio: meanOf(ratios) }];
  });
  const covered = areas.reduce((sum, { weight }) => sum + weight, 0);
  if (covered === 0) return undefined;
  return {
    ratio: areas.reduce((sum, { weight, ratio }) => sum + weight * ratio, 0) / covered,
    coverage: covered / weights.reduce((sum, { weight }) => sum + weight, 0),
    comparisons: comparisons.filter(({ area }) => weights.some((one) => one.area === area)),
  };
}

function meanRatio(comparisons: readonly PublishedComparison[]): number | undefined {
  const ratios = comparisons.flatMap(({ ratio }) => ratio ?? []);
  return ratios.length === 0 ? undefined : meanOf(ratios);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
