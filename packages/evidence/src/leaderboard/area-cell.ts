import type { Contamination } from '@understudy/catalog';
import type { AreaColumns } from './area-columns.js';
import { strataMean } from './area-mean.js';
import type { AreaCell, BoardCell } from './leaderboard.js';
import { isUnderpowered } from './power-margin.js';

const NOTHING: readonly Contamination[] = [];

/** The mean of an area's columns for one model; undefined where it has not all of them. */
export function areaCell({ area, keys }: AreaColumns, cells: ReadonlyMap<string, BoardCell>): AreaCell | undefined {
  const own: BoardCell[] = [];
  for (const key of keys) {
    const cell = cells.get(key);
    if (cell === undefined) return undefined;
    own.push(cell);
  }
  const mean = strataMean(own);
  return {
    area,
    columns: keys,
    ...mean,
    count: own.reduce((sum, { count }) => sum + count, 0),
    measuredAt: Math.max(...own.map(({ measuredAt }) => measuredAt)),
    isUnderpowered: isUnderpowered({ lower: mean.lower, upper: mean.upper, isShare: true }),
    contamination: own.some(({ contamination }) => contamination.length > 0)
      ? [...new Set(own.flatMap(({ contamination }) => contamination))]
      : NOTHING,
  };
}
