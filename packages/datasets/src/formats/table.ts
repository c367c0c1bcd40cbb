import type { Column, Row } from '../features/feature.js';

/** A range of rows, zero-based, without `end`. */
export interface RowRange {
  readonly start?: number | undefined;
  /** Undefined: to the last row. */
  readonly end?: number | undefined;
}

/** One file of rows. Opened files hold no handle: they are reopened for each read. */
export interface Table {
  /** Columns as the file itself says, or as its first rows suggest. */
  columns(): Promise<readonly Column[]>;
  count(): Promise<number>;
  /** Rows of a range, in pieces, read as `columns` say. */
  rows(range: Required<RowRange>, columns: readonly Column[]): AsyncGenerator<Row>;
}

/** A file format: how a file on disk becomes a table. */
export interface Format {
  readonly name: string;
  /** With the dot; `.gz` may follow. */
  readonly extensions: readonly string[];
  open(path: string, options: ReaderOptions): Table;
}

/** Options of the file readers, by the names `datasets` gives them. */
export interface ReaderOptions {
  /** CSV: what separates fields. */
  readonly delimiter?: string | undefined;
  /** CSV: column names for a file without a header. */
  readonly columnNames?: readonly string[] | undefined;
  /** JSON: the field of the object that holds the rows. */
  readonly field?: string | undefined;
}
