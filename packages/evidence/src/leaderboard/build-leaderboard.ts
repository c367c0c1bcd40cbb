import type { Catalog, Contamination } from '@understudy/catalog';
import type { MeasuredColumn, Measurement, Measurements } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';
import { chooseAreaColumns, type AreaColumns } from './area-columns.js';
import { strataMean } from './area-mean.js';
import { columnFilter, modelFilter, type BoardQuery } from './board-query.js';
import { ContaminationIndex } from './contamination-index.js';
import { isShare } from './is-share.js';
import type { AreaCell, BoardArea, BoardCell, BoardColumn, BoardRow, Leaderboard } from './leaderboard.js';
import { isUnderpowered } from './power-margin.js';

/**
 * Puts measured numbers side by side: a column holds numbers of one setting and of no other. Area cells are means of raw values; they
 * are not rescaled by what guessing would give, so areas of two and of four choices are not to be compared with each other.
 */
export function buildLeaderboard(measurements: Measurements, catalog: Catalog, query: BoardQuery = {}): Leaderboard {
  const columns = measurements.columns.filter(columnFilter(query));
  const areas = chooseAreaColumns(columns, query.tasks !== undefined);
  const drafts = draftRows(measurements, columns, query, new ContaminationIndex(catalog));
  const rows = [...drafts.values()].filter(({ cells }) => cells.size > 0).map((draft) => toRow(draft, areas));
  const counts = countBy(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const means = countBy(rows.flatMap((row) => row.areas.map(({ area }) => area)));
  return {
    columns: columns
      .filter(({ key }) => counts.has(key))
      .map((column) => toBoardColumn(column, counts.get(column.key) ?? 0)),
    areas: areas.flatMap(({ area, columns: own }): BoardArea[] => {
      const models = means.get(area);
      return models === undefined ? [] : [{ area, columns: own.map(({ key }) => key), models }];
    }),
    rows: rows.sort(rowOrder),
  };
}

function toBoardColumn(column: MeasuredColumn, models: number): BoardColumn {
  const { measurements: _all, isPart: _part, ...rest } = column;
  return { ...rest, isShare: isShare(column), models };
}

interface DraftRow {
  readonly model: ModelRef;
  /** By key of the column. */
  readonly cells: Map<string, BoardCell>;
}

const NOTHING: readonly Contamination[] = [];

function draftRows(
  { models }: Measurements,
  columns: readonly MeasuredColumn[],
  query: BoardQuery,
  contaminations: ContaminationIndex,
): ReadonlyMap<string, DraftRow> {
  const { measuredSince = -Infinity } = query;
  const rows = new Map<string, DraftRow>();
  for (const model of [...models.values()].filter(modelFilter(query))) {
    rows.set(model.identity, { model, cells: new Map() });
  }
  for (const column of columns) {
    for (const measurement of column.measurements) {
      const row = rows.get(measurement.identity);
      if (row === undefined || measurement.measuredAt < measuredSince) continue;
      const { card } = row.model;
      const found = card && column.benchmark && contaminations.of(card).get(column.benchmark.id);
      row.cells.set(column.key, toCell(column, measurement, found ?? NOTHING));
    }
  }
  return rows;
}

function toCell(column: MeasuredColumn, measurement: Measurement, contamination: readonly Contamination[]): BoardCell {
  const { lower, upper } = measurement;
  return {
    column: column.key,
    ...measurement,
    isUnderpowered: isUnderpowered({ lower, upper, isShare: isShare(column) }),
    contamination,
  };
}

function toRow({ model, cells }: DraftRow, areas: readonly AreaColumns[]): BoardRow {
  return { model, cells: [...cells.values()], areas: areas.flatMap((area) => areaCell(area, cells)) };
}

function areaCell({ area, columns }: AreaColumns, cells: ReadonlyMap<string, BoardCell>): readonly AreaCell[] {
  const own = columns.flatMap(({ key }) => cells.get(key) ?? []);
  if (own.length < columns.length) return [];
  const mean = strataMean(own);
  return [
    {
      area,
      columns: columns.map(({ key }) => key),
      ...mean,
      count: own.reduce((sum, { count }) => sum + count, 0),
      measuredAt: Math.max(...own.map(({ measuredAt }) => measuredAt)),
      isUnderpowered: isUnderpowered({ lower: mean.lower, upper: mean.upper, isShare: true }),
      contamination: [...new Set(own.flatMap(({ contamination }) => contamination))],
    },
  ];
}

function rowOrder(a: BoardRow, b: BoardRow): number {
  return (
    b.areas.length - a.areas.length ||
    b.cells.length - a.cells.length ||
    (a.model.name < b.model.name ? -1 : Number(a.model.name > b.model.name))
  );
}

function countBy<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
