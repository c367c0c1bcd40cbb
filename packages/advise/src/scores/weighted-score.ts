import type { Area } from '@understudy/catalog';
import { combineIntervals, type Interval } from '@understudy/statistics';
import type { AreaWeight } from '../needs/written.js';
import { toEstimate, type AreaScore, type ScorePart } from './area-score.js';

/** The mean of a model's areas by the weights of the needs. */
export interface WeightedScore {
  readonly estimate: number;
  /** 95%. */
  readonly interval: Interval;
  /** Share of the weights of the areas that anybody was measured in, 0 to 1; below 1 the score stands on other areas than others' do. */
  readonly coverage: number;
  /** Areas of the needs that others were measured in and this model was not. */
  readonly missing: readonly Area[];
}

/**
 * The weighted mean over the areas that the model has. A benchmark that belongs to several areas is one measurement: its weights are added up
 * before the interval is made. Undefined without any area.
 */
export function weightedScore(
  scores: readonly AreaScore[],
  /** Of the areas that anybody was measured in. */
  weights: readonly AreaWeight[],
): WeightedScore | undefined {
  const total = sum(weights);
  const own = weights.filter(({ area }) => scores.some((score) => score.area === area));
  const ownTotal = sum(own);
  if (ownTotal === 0) return undefined;
  const parts = new Map<string, Pick<ScorePart, 'cell' | 'weight'>>();
  for (const { area, weight } of own) {
    for (const part of scores.find((score) => score.area === area)?.parts ?? []) {
      const earlier = parts.get(part.cell.column)?.weight ?? 0;
      parts.set(part.cell.column, { cell: part.cell, weight: earlier + (part.weight * weight) / ownTotal });
    }
  }
  return {
    ...combineIntervals([...parts.values()].map(toEstimate)),
    coverage: ownTotal / total,
    missing: weights.filter((one) => !own.includes(one)).map(({ area }) => area),
  };
}

function sum(weights: readonly AreaWeight[]): number {
  return weights.reduce((total, { weight }) => total + weight, 0);
}
