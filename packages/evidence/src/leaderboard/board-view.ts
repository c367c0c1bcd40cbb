import type { MeasuredColumn } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';
import { areaCell } from './area-cell.js';
import { chooseAreaColumns, type AreaColumns } from './area-columns.js';
import { columnFilter, type ColumnQuery } from './board-query.js';
import type { IndexedRow } from './indexed-row.js';
import type { BoardCell, BoardRow } from './leaderboard.js';

/** A row with the places of its cells' columns among all columns. */
export interface ViewRow {
  readonly row: BoardRow;
  readonly places: readonly number[];
}

/** What a choice of columns shows of all models: on it queries choose models. */
export interface BoardView {
  readonly areas: readonly AreaColumns[];
  /** Models with a cell: those with most areas first, then most cells, then by name. */
  readonly rows: readonly ViewRow[];
}

/** Chooses columns, and computes the means of areas. Which columns make an area up is decided over all models, see `chooseAreaColumns`. */
export function viewColumns(
  columns: readonly MeasuredColumn[],
  all: readonly IndexedRow[],
  query: ColumnQuery,
): BoardView {
  const isShown = columnFilter(query);
  const shown = columns.map(isShown);
  const areas = chooseAreaColumns(
    columns.filter((_, at) => shown[at]),
    query.tasks !== undefined,
  );
  const averaged = new Set(areas.flatMap((area) => area.columns));
  const choice = { shown, areas, averaged: columns.map((column) => averaged.has(column)) };
  const rows = all.flatMap((row) => toViewRow(row, choice));
  return { areas, rows: rows.sort((first, second) => rowOrder(first.row, second.row)) };
}

/** What is chosen, by place of the column. */
interface Choice {
  readonly shown: readonly boolean[];
  /** Whether it is part of an area's mean. */
  readonly averaged: readonly boolean[];
  readonly areas: readonly AreaColumns[];
}

function toViewRow(row: IndexedRow, { shown, averaged, areas }: Choice): readonly ViewRow[] {
  const cells: BoardCell[] = [];
  const places: number[] = [];
  const byColumn = new Map<string, BoardCell>();
  for (const { at, cell } of row.cells) {
    if (!shown[at]) continue;
    cells.push(cell);
    places.push(at);
    if (averaged[at]) byColumn.set(cell.column, cell);
  }
  if (cells.length === 0) return [];
  const means = areas.flatMap((area) => areaCell(area, byColumn) ?? []);
  return [{ row: { model: row.model, cells, areas: means }, places }];
}

function rowOrder(a: BoardRow, b: BoardRow): number {
  return b.areas.length - a.areas.length || b.cells.length - a.cells.length || byName(a.model, b.model);
}

function byName(a: ModelRef, b: ModelRef): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
