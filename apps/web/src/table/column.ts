import type { ReactNode } from 'react';
import type { Cell } from './to-csv.js';

/** A column of a table of results. */
export interface Column<Row> {
  /** Also its name in saved files. */
  readonly key: string;
  readonly header: string;
  /** What the header means, for those who ask. */
  readonly hint?: string;
  /** What it is sorted by, and what is saved. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown; the value itself without it. */
  readonly show?: (row: Row) => ReactNode;
  /** More that is saved beside the value, e.g. the bounds of an interval, by column name. */
  readonly saved?: (row: Row) => Readonly<Record<string, Cell>>;
  /** Numbers stand on the right. */
  readonly isNumber?: boolean;
}
