import type { Area, Benchmark } from '@understudy/catalog';
import type { BoardCell, BoardColumn, BoardRow, Leaderboard } from '@understudy/evidence';

/** A column of the leaderboard that scores can be made of: a known benchmark's shares, of which more is better. */
export interface ScoreColumn extends BoardColumn {
  readonly benchmark: Benchmark;
}

/**
 * The columns of an area whose numbers can be averaged: shares of right answers, each task by the metric it is quoted by. Perplexities and the
 * like have another scale, on which neither a mean over tasks nor a margin in points means anything.
 */
export function scoreColumns(board: Leaderboard, area: Area): readonly ScoreColumn[] {
  return board.columns.filter(
    (column): column is ScoreColumn =>
      column.benchmark !== undefined && column.benchmark.areas.includes(area) && column.isPrimary && column.isShare,
  );
}

/** A model's number in a column. */
export function cellOf(row: BoardRow, key: string): BoardCell | undefined {
  return row.cells.find(({ column }) => column === key);
}
