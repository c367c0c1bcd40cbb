import type { Catalog, Contamination } from '@understudy/catalog';
import type { MeasuredColumn, Measurement, Measurements } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';
import type { IndexedCell, IndexedRow } from './indexed-row.js';
import { viewColumns, type BoardView } from './board-view.js';
import type { ColumnQuery } from './board-query.js';
import { ContaminationIndex } from './contamination-index.js';
import { isShare } from './is-share.js';
import type { BoardCell } from './leaderboard.js';
import { isUnderpowered } from './power-margin.js';

const NOTHING: readonly Contamination[] = [];
/** Choices of columns whose views are kept, the oldest going first; people look at few at a time. */
const KEPT_VIEWS = 32;

/** The whole board, made once for many queries: cells and means do not depend on which models a query shows. */
export class BoardIndex {
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly IndexedRow[];
  readonly #views = new Map<string, BoardView>();

  constructor({ models, columns }: Measurements, catalog: Catalog) {
    const contaminations = new ContaminationIndex(catalog);
    const rows = new Map<string, { readonly model: ModelRef; readonly cells: IndexedCell[] }>();
    for (const model of models.values()) rows.set(model.identity, { model, cells: [] });
    for (const [at, column] of columns.entries()) {
      for (const measurement of column.measurements) {
        const row = rows.get(measurement.identity);
        const found = row?.model.card && column.benchmark && contaminations.of(row.model.card).get(column.benchmark.id);
        row?.cells.push({ at, cell: toCell(column, measurement, found ?? NOTHING) });
      }
    }
    this.columns = columns;
    this.rows = [...rows.values()];
  }

  /** What a choice of columns shows. */
  view({ tasks, areas, allMetrics, parts }: ColumnQuery): BoardView {
    const key = JSON.stringify([tasks, areas, allMetrics, parts]);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const view = viewColumns(this.columns, this.rows, { tasks, areas, allMetrics, parts });
    const [oldest] = this.#views.keys();
    if (this.#views.size >= KEPT_VIEWS && oldest !== undefined) this.#views.delete(oldest);
    this.#views.set(key, view);
    return view;
  }
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
