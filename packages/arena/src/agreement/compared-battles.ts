import type { BattleTable } from '../battles/battle-table.js';
import { judgesMatching, noJudgeError, selectJudges } from '../battles/judges-matching.js';
import type { MeasureAgreementOptions } from './agreement-options.js';

/** One set of battles whose judges are compared with each other, or two that are compared. */
export interface ComparedBattles {
  readonly first: BattleTable;
  readonly second?: BattleTable | undefined;
}

/** Chooses the judges of either side. Raises `UserError` where there are none. */
export function chooseJudges(
  { first, second }: ComparedBattles,
  { judges, against }: Pick<MeasureAgreementOptions, 'judges' | 'against'>,
): ComparedBattles {
  if (against !== undefined) {
    return {
      first: judges === undefined ? first : selectJudges(first, judges),
      second: selectJudges(second ?? first, against),
    };
  }
  if (judges === undefined) return { first, second };
  if (second === undefined) return { first: selectJudges(first, judges) };
  const chosen = [judgesMatching(first, judges), judgesMatching(second, judges)];
  if (chosen.every((table) => table === undefined)) throw noJudgeError(first, judges);
  return { first: chosen[0] ?? first, second: chosen[1] ?? second };
}
