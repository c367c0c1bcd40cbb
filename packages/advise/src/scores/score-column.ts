import type { Area, Benchmark } from '@understudy/catalog';
import type { BoardCell, BoardColumn, BoardRow, Leaderboard } from '@understudy/evidence';

/** A column of the leaderboard that scores can be made of: of a known benchmark, larger is better, on a scale from 0 to 1. */
export interface ScoreColumn extends BoardColumn {
  readonly benchmark: Benchmark;
}

/**
 * The columns of an area whose numbers can be averaged: shares of right answers and other scores from 0 to 1. Perplexities and the like have
 * another scale, on which neither a mean over tasks nor a margin in points means anything.
 */
export function scoreColumns(board: Leaderboard, area: Area): readonly ScoreColumn[] {
  return board.columns.filter(
    (column): column is ScoreColumn =>
      column.benchmark !== undefined &&
      column.benchmark.areas.includes(area) &&
      column.isPrimary &&
      column.higherIsBetter === true &&
      board.rows.every((row) => isShare(cellOf(row, column.key))),
  );
}

function isShare(cell: BoardCell | undefined): boolean {
  return cell === undefined || (cell.value >= 0 && cell.value <= 1);
}

/** A model's number in a column. */
export function cellOf(row: BoardRow, key: string): BoardCell | undefined {
  return row.cells.find(({ column }) => column === key);
}
