import type { Area } from '@understudy/catalog';
import type { BoardCell, BoardColumn, BoardRow, Leaderboard } from './leaderboard.js';

/** A cell by itself, with all that one must know to use it: a line of an export. */
export interface FlatCell {
  readonly model: string;
  /** Id of the card. */
  readonly card: string | null;
  readonly identity: string;
  readonly quantization: string | null;
  readonly area: Area | null;
  readonly benchmark: string | null;
  readonly task: string;
  readonly version: string;
  readonly numFewshot: number | null;
  readonly metric: string;
  readonly filter: string;
  readonly usesChatTemplate: boolean;
  readonly documents: number;
  readonly documentsTotal: number;
  /** Key of the column: only cells of one key are comparable. */
  readonly column: string;
  readonly value: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly count: number;
  readonly failed: number;
  readonly higherIsBetter: boolean | null;
  readonly isUnderpowered: boolean | null;
  /** Findings, each once; empty: not checked. */
  readonly contamination: readonly string[];
  readonly runId: string;
  /** ISO 8601. */
  readonly measuredAt: string;
}

/** All cells of a board, row by row. */
export function flatCells({ columns, rows }: Leaderboard): readonly FlatCell[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const column = byKey.get(cell.column);
      return column === undefined ? [] : [flatCell(row, column, cell)];
    }),
  );
}

function flatCell({ model }: BoardRow, { setting, ...column }: BoardColumn, cell: BoardCell): FlatCell {
  const { rest: _rest, ...asked } = setting;
  return {
    model: model.name,
    card: model.card?.id ?? null,
    identity: model.identity,
    quantization: model.quantization ?? null,
    area: column.area ?? null,
    benchmark: column.benchmark?.id ?? null,
    ...asked,
    column: cell.column,
    value: cell.value,
    standardError: cell.standardError,
    lower: cell.lower,
    upper: cell.upper,
    count: cell.count,
    failed: cell.failed,
    higherIsBetter: column.higherIsBetter,
    isUnderpowered: cell.isUnderpowered,
    contamination: [...new Set(cell.contamination.map(({ finding }) => finding))],
    runId: cell.runId,
    measuredAt: new Date(cell.measuredAt).toISOString(),
  };
}
