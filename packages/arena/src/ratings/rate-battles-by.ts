import { UserError } from '@understudy/core';
import type { BattleTable } from '../battles/battle-table.js';
import { columnOf } from '../battles/column-of.js';
import { selectJudges } from '../battles/judges-matching.js';
import { groupBattles } from '../battles/select-battles.js';
import { rate } from './rate-battles.js';
import type { RateBattlesOptions } from './rating-options.js';
import type { RatingTable } from './rating-table.js';

/**
 * The ratings from the battles of one value of a column; `value` is undefined for those that have none. A group alone may not fit the options,
 * e.g. have no vote on the anchor: it has an error in place of a table.
 */
export type RatingGroup = { readonly value: string | undefined } & (
  | { readonly table: RatingTable; readonly error?: undefined }
  | { readonly table?: undefined; readonly error: UserError }
);

/** `rateBattles` for each value of a column. Raises `UserError` also for a column that is not there, and where no group can be rated. */
export function rateBattlesBy(
  table: BattleTable,
  { by, ...options }: RateBattlesOptions & { readonly by: string },
): readonly RatingGroup[] {
  const chosen = options.judges === undefined ? table : selectJudges(table, options.judges);
  columnOf(chosen, by);
  const groups = groupBattles(chosen, by).map(({ value, battles }) => rateGroup(value, battles, options));
  const [first] = groups;
  if (first?.error !== undefined && groups.every(({ error }) => error !== undefined)) throw first.error;
  return groups;
}

function rateGroup(value: string | undefined, battles: BattleTable, options: RateBattlesOptions): RatingGroup {
  try {
    return { value, table: rate(battles, options) };
  } catch (error) {
    if (error instanceof UserError) return { value, error };
    throw error;
  }
}
