import type { Area } from '@understudy/catalog';
import type { BoardCell, BoardRow } from '@understudy/evidence';
import { combineIntervals, type Interval } from '@understudy/statistics';
import type { AreaBasis } from './area-basis.js';
import { cellOf } from './score-column.js';

/** A number behind a score, with its run. */
export interface ScorePart {
  readonly benchmark: string;
  readonly cell: BoardCell;
  /** Share of the area's score; they sum to 1. */
  readonly weight: number;
}

/** How a model does in an area: the mean over benchmarks, each counting the same. */
export interface AreaScore {
  readonly area: Area;
  readonly estimate: number;
  /** 95%, see `combineIntervals`. */
  readonly interval: Interval;
  readonly parts: readonly ScorePart[];
  readonly documents: number;
}

/** The score of a model on an area's basis; undefined where it lacks any of the basis, or there is none. */
export function areaScore(row: BoardRow, { area, benchmarks }: AreaBasis): AreaScore | undefined {
  const parts = benchmarks.flatMap(({ id, column }): readonly ScorePart[] => {
    const cell = cellOf(row, column.key);
    return cell === undefined ? [] : [{ benchmark: id, cell, weight: 1 / benchmarks.length }];
  });
  if (parts.length === 0 || parts.length < benchmarks.length) return undefined;
  const documents = parts.reduce((sum, { cell }) => sum + cell.count, 0);
  return { area, ...combineIntervals(parts.map(toEstimate)), parts, documents };
}

/** A part with its interval; where none can be given it may be anywhere from 0 to 1. */
export function toEstimate({ cell, weight }: Pick<ScorePart, 'cell' | 'weight'>) {
  return { weight, estimate: cell.value, interval: { lower: cell.lower ?? 0, upper: cell.upper ?? 1 } };
}
