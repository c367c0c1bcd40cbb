import type { Area } from '@understudy/catalog';
import type { BoardRow, Leaderboard } from '@understudy/evidence';
import { oneOfEachBenchmark, toBenchmark, type AreaBasis, type BasisBenchmark } from '../scores/area-basis.js';
import { cellOf, scoreColumns } from '../scores/score-column.js';

/** Two measured models. */
export interface MeasuredPair {
  readonly candidate: BoardRow;
  readonly reference: BoardRow;
}

/** Benchmarks that both models have, and those that only one has. */
export interface SharedColumns {
  readonly benchmarks: readonly BasisBenchmark[];
  /** Names. */
  readonly notShared: readonly string[];
}

/**
 * The columns of an area on which two models are compared: those of the basis that both have; where they share none of it, whatever they share,
 * of each benchmark the column over most documents.
 */
export function sharedColumns(pair: MeasuredPair, basis: AreaBasis, board: Leaderboard): SharedColumns {
  const ofBasis = basis.benchmarks.filter(({ column }) => isShared(column.key, pair));
  const benchmarks = ofBasis.length > 0 ? ofBasis : anyShared(pair, basis.area, board);
  const shared = new Set(benchmarks.map(({ id }) => id));
  return { benchmarks, notShared: basis.benchmarks.filter(({ id }) => !shared.has(id)).map(({ name }) => name) };
}

function isShared(key: string, { candidate, reference }: MeasuredPair): boolean {
  return cellOf(candidate, key) !== undefined && cellOf(reference, key) !== undefined;
}

function anyShared(pair: MeasuredPair, area: Area, board: Leaderboard): readonly BasisBenchmark[] {
  const columns = scoreColumns(board, area).filter(({ key }) => isShared(key, pair));
  return oneOfEachBenchmark(columns, ({ setting }) => setting.documents).map(toBenchmark);
}
