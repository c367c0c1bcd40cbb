/** A row of a file as it stands there. */
export interface SourceRow {
  /** Where it begins, counted from one. */
  readonly line: number;
  /** The line on which the names of its columns stand: a header, or the row itself. */
  readonly namesLine: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows, many at a time: handing over each row alone would take longer than reading it. */
export type RowBatches = AsyncGenerator<readonly SourceRow[]>;
