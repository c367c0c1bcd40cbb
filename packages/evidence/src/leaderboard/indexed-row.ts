import type { ModelRef } from '../measurements/model-ref.js';
import type { BoardCell } from './leaderboard.js';

/** A model with all of its cells; what a query shows of it is a part of them. */
export interface IndexedRow {
  readonly model: ModelRef;
  /** In the order of the columns. */
  readonly cells: readonly IndexedCell[];
}

/** A cell with the place of its column among all columns. */
export interface IndexedCell {
  readonly at: number;
  readonly cell: BoardCell;
}
