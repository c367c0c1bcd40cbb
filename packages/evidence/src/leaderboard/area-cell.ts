import type { AreaColumns } from './area-columns.js';
import { strataMean } from './area-mean.js';
import type { AreaCell, BoardCell } from './leaderboard.js';
import { isUnderpowered } from './power-margin.js';

/** The mean of an area's columns for one model; undefined where it has not all of them. */
export function areaCell({ area, columns }: AreaColumns, cells: ReadonlyMap<string, BoardCell>): AreaCell | undefined {
  const own = columns.flatMap(({ key }) => cells.get(key) ?? []);
  if (own.length < columns.length) return undefined;
  const mean = strataMean(own);
  return {
    area,
    columns: columns.map(({ key }) => key),
    ...mean,
    count: own.reduce((sum, { count }) => sum + count, 0),
    measuredAt: Math.max(...own.map(({ measuredAt }) => measuredAt)),
    isUnderpowered: isUnderpowered({ lower: mean.lower, upper: mean.upper, isShare: true }),
    contamination: [...new Set(own.flatMap(({ contamination }) => contamination))],
  };
}
