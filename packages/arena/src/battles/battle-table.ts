import { TIE, type Comparisons } from '@understudy/statistics';
import type { CodedColumn } from './coded-column.js';

/** Rows of a source that are no battles between two anonymous models with a verdict, and are not in the table. */
export interface LeftOut {
  /** A model against itself. */
  readonly sameModel: number;
  /** The names were shown (`anony` is false in FastChat's files). */
  readonly notBlind: number;
  /** No verdict was reached, e.g. an annotation that could not be parsed. Never a tie. */
  readonly noVerdict: number;
}

/** Battles in columns: row i of every column belongs to battle i. A million of them take tens of megabytes. */
export interface BattleTable {
  /** Names of the models, in the order in which they were met. */
  readonly models: readonly string[];
  /** Index into `models`. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** A `BattleOutcome`. */
  readonly outcome: Uint8Array;
  /** Further columns by name: `judge`, `question_id`, `turn` where there are any, and others that were asked for. */
  readonly columns: ReadonlyMap<string, CodedColumn>;
  /** When each vote was cast, in a unit of the source; null where a battle does not say it: the order of the rows is the order of the votes. */
  readonly time: Float64Array | null;
  readonly leftOut: LeftOut;
}

/** The battles as statistics read them: all three kinds of tie are ties. */
export function comparisonsOf({ models, first, second, outcome }: BattleTable): Comparisons {
  return { models: models.length, first, second, outcome: outcome.map((code) => (code > TIE ? TIE : code)) };
}
