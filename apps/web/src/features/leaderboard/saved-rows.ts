import type { Cell } from '../../table/to-csv.js';
import type { BoardView } from './board-view.js';
import type { Board, BoardModel } from './calls.js';
import type { ShownColumn } from './shown-columns.js';

/** A measured number as it is saved: a line of its own, with all that says what it is. */
export type SavedRow = Readonly<Record<string, Cell>>;

function modelPart(model: BoardModel): SavedRow {
  return {
    model: model.name,
    card: model.card,
    identity: model.identity,
    family: model.family,
    developer: model.developer,
    released: model.released,
    parameters: model.parameters,
    quantization: model.quantization,
    licence: model.licence,
    commercial_use: model.commercialUse,
    weights: model.weights,
  };
}

function columnPart({ area, column, parts }: ShownColumn): SavedRow {
  return {
    area,
    task: column?.task ?? null,
    benchmark: column?.benchmark?.id ?? null,
    version: column?.version ?? null,
    shots: column?.numFewshot ?? null,
    chat_template: column?.usesChatTemplate ?? null,
    metric: column?.metric ?? null,
    filter: column?.filter ?? null,
    documents: column?.documents ?? null,
    documents_total: column?.documentsTotal ?? null,
    columns: parts.map(({ key }) => key).join(' '),
  };
}

/** What is shown, a line for each number: filtered and sorted as on the page, unrounded. */
export function savedRows({ rows, columns }: BoardView, findings: Board['findings']): readonly SavedRow[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = column.cellOf(row);
      if (cell === undefined) return [];
      const found = cell.findings.map((place) => findings[place]?.finding);
      return {
        ...modelPart(row.model),
        ...columnPart(column),
        value: cell.value,
        standard_error: cell.standardError,
        lower: cell.lower,
        upper: cell.upper,
        n: cell.count,
        failed: cell.failed,
        run: cell.runId,
        measured: new Date(cell.measuredAt).toISOString(),
        underpowered: cell.isUnderpowered,
        contamination: found.length === 0 ? 'not checked' : [...new Set(found)].join(' '),
      };
    }),
  );
}
