import type { Column, Row } from './features/feature.js';
import type { RowRange } from './formats/table.js';

/** An opened data set: one configuration of it. Files are fetched when a split is first read. */
export interface Dataset {
  /** As it was asked for, e.g. `allenai/ai2_arc`. */
  readonly path: string;
  /** Name of the configuration. */
  readonly config: string;
  /** Commit on the hub; undefined for local files. */
  readonly commit: string | undefined;
  readonly splits: readonly string[];
  /** The columns in feature order, which is the order in which documents are hashed. */
  columns(split: string): Promise<readonly Column[]>;
  count(split: string): Promise<number>;
  /** Rows in order, in pieces; never the whole split at once. */
  rows(split: string, range?: RowRange): AsyncGenerator<Row>;
}
