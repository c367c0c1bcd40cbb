import type { Catalog } from '@understudy/catalog';
import type { MeasuredColumn, Measurements } from '../measurements/measurements.js';
import type { AreaColumns } from './area-columns.js';
import { BoardIndex } from './board-index.js';
import { modelFilter, type BoardQuery } from './board-query.js';
import type { ViewRow } from './board-view.js';
import { isShare } from './is-share.js';
import type { BoardArea, BoardColumn, Leaderboard } from './leaderboard.js';

/**
 * Puts measured numbers side by side: a column holds numbers of one setting and of no other. Area cells are means of raw values; they
 * are not rescaled by what guessing would give, so areas of two and of four choices are not to be compared with each other. Of the same
 * measurements and catalog the cells are made once, and queries after the first only choose among them.
 */
export function buildLeaderboard(measurements: Measurements, catalog: Catalog, query: BoardQuery = {}): Leaderboard {
  const view = indexOf(measurements, catalog).view(query);
  const isShown = modelFilter(query);
  const rows = view.rows.filter(({ row }) => isShown(row.model));
  const counts = countCells(rows, measurements.columns.length);
  return {
    columns: measurements.columns.flatMap((column, at) => {
      const models = counts[at] ?? 0;
      return models === 0 ? [] : [toBoardColumn(column, models)];
    }),
    areas: view.areas.flatMap((area) => toBoardArea(area, rows)),
    rows: rows.map(({ row }) => row),
  };
}

const INDEXES = new WeakMap<Measurements, { readonly catalog: Catalog; readonly index: BoardIndex }>();

function indexOf(measurements: Measurements, catalog: Catalog): BoardIndex {
  const known = INDEXES.get(measurements);
  if (known?.catalog === catalog) return known.index;
  const index = new BoardIndex(measurements, catalog);
  INDEXES.set(measurements, { catalog, index });
  return index;
}

/** Cells by place of their column. */
function countCells(rows: readonly ViewRow[], columns: number): Uint32Array {
  const counts = new Uint32Array(columns);
  for (const { places } of rows) {
    for (const at of places) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function toBoardColumn(column: MeasuredColumn, models: number): BoardColumn {
  const { measurements: _all, isPart: _part, ...rest } = column;
  return { ...rest, isShare: isShare(column), models };
}

function toBoardArea({ area, keys }: AreaColumns, rows: readonly ViewRow[]): readonly BoardArea[] {
  const models = rows.filter(({ row }) => row.areas.some((cell) => cell.area === area)).length;
  return models === 0 ? [] : [{ area, columns: keys, models }];
}
