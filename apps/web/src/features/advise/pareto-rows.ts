import type { ParetoRow } from '../../plots/pareto-plot.js';
import type { Advice, Ranked } from './calls.js';
import { toGibibytes } from './format-gibibytes.js';

/** What scores can be drawn over. */
export const AXES = ['memory', 'cost', 'speed'] as const;

/** One of the axes. */
export type Axis = (typeof AXES)[number];

/** What is drawn. */
export interface ParetoChoice {
  readonly axis: Axis;
  /** Undefined: the weighted score. */
  readonly area: Advice['areas'][number]['area'] | undefined;
}

/** The measured models with both values; the shortlist first. */
export function paretoRows({ shortlist, others }: Advice, { axis, area }: ParetoChoice): readonly ParetoRow[] {
  return [...shortlist, ...others].flatMap((model) => {
    const x = valueOf(model, axis);
    const score = area === undefined ? model.score : model.areas.find((one) => one.area === area);
    if (x === undefined || score === undefined) return [];
    const { estimate: value, interval } = score;
    return [{ name: model.name, x, value, ...interval, isOnFront: model.pareto.isOnFront }];
  });
}

function valueOf({ footprint, cost }: Ranked, axis: Axis): number | undefined {
  switch (axis) {
    case 'memory':
      return footprint === null ? undefined : toGibibytes(footprint.bytes);
    case 'cost':
      return cost ?? undefined;
    case 'speed':
      return footprint?.tokensPerSecond;
    default:
      return axis satisfies never;
  }
}
