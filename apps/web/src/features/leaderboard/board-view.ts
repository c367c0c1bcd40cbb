import type { BoardSearch } from './board-search.js';
import type { Board, BoardCell, BoardRow } from './calls.js';
import { filterRows } from './filter-rows.js';
import { type RankRange, rankRanges } from './rank-ranges.js';
import { type SettingChoice, type ShownColumn, shownColumns } from './shown-columns.js';
import { type BoardOrder, boardOrder, sortRows } from './sort-rows.js';

/** What an address shows of a board. */
export interface BoardView {
  readonly columns: readonly ShownColumn[];
  readonly choices: readonly SettingChoice[];
  readonly rows: readonly BoardRow[];
  readonly order: BoardOrder;
  /** In the column that rows are sorted by, row by row; undefined for all where they are sorted by something else. */
  readonly ranks: readonly (RankRange | undefined)[];
  /** Models left out only as what would tell is not known of them. */
  readonly unknown: number;
}

/** Filters, chooses columns, sorts and ranks. Models without a number in any column shown are left out. */
export function boardView(board: Board, search: BoardSearch): BoardView {
  const { columns, choices } = shownColumns(board, search);
  const filtered = filterRows(board.rows, search);
  const measured = filtered.rows.filter((row) => columns.some((column) => column.cellOf(row) !== undefined));
  const order = boardOrder(measured, columns, search);
  const rows = sortRows(measured, order);
  const { column } = order;
  const ranks = column === undefined ? [] : rankRanges(rows.map(column.cellOf), column.higherIsBetter);
  return { columns, choices, rows, order, ranks, unknown: filtered.unknown };
}

/** The numbers of a column that are shown. */
export function cellsOf({ rows }: Pick<BoardView, 'rows'>, column: ShownColumn): readonly BoardCell[] {
  return rows.flatMap((row) => column.cellOf(row) ?? []);
}
