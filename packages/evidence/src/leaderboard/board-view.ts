import type { MeasuredColumn } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';
import { areaCell } from './area-cell.js';
import { chooseAreaColumns, type AreaColumns } from './area-columns.js';
import type { BoardIndex, IndexedRow } from './board-index.js';
import { columnFilter, type ColumnQuery } from './board-query.js';
import type { BoardRow } from './leaderboard.js';

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
export function viewColumns(columns: readonly MeasuredColumn[], index: BoardIndex, query: ColumnQuery): BoardView {
  const isShown = columnFilter(query);
  const shown = columns.map(isShown);
  const areas = chooseAreaColumns(
    columns.filter((_, at) => shown[at]),
    query.tasks !== undefined,
  );
  const rows = index.rows.flatMap((row) => toViewRow(row, { shown, areas, since: query.measuredSince ?? -Infinity }));
  return { areas, rows: rows.sort((a, b) => rowOrder(a.row, b.row)) };
}

interface Choice {
  /** By place of the column. */
  readonly shown: readonly boolean[];
  readonly areas: readonly AreaColumns[];
  readonly since: number;
}

function toViewRow({ model, cells }: IndexedRow, { shown, areas, since }: Choice): readonly ViewRow[] {
  const chosen = cells.filter(({ at, cell }) => shown[at] && cell.measuredAt >= since);
  if (chosen.length === 0) return [];
  const byColumn = new Map(chosen.map(({ cell }) => [cell.column, cell]));
  const means = areas.flatMap((area) => areaCell(area, byColumn) ?? []);
  return [{ row: { model, cells: [...byColumn.values()], areas: means }, places: chosen.map(({ at }) => at) }];
}

function rowOrder(a: BoardRow, b: BoardRow): number {
  return b.areas.length - a.areas.length || b.cells.length - a.cells.length || byName(a.model, b.model);
}

function byName(a: ModelRef, b: ModelRef): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
