import type { BattleTable } from '../battles/battle-table.js';
import type { RateBattlesOptions } from './rating-options.js';
import type { RatingTable } from './rating-table.js';

/** What a method finds; columns are by model. */
export interface MethodResult extends Pick<
  RatingTable,
  'connected' | 'gauge' | 'interval' | 'ranks' | 'fit' | 'elo' | 'tieParameter'
> {
  readonly ratings: Float64Array;
  readonly standardErrors: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rankLower: ArrayLike<number>;
  readonly rankUpper: ArrayLike<number>;
}

/** A way to rate the battles of a table. */
export type RatingMethodFunction = (table: BattleTable, options: RateBattlesOptions) => MethodResult;
