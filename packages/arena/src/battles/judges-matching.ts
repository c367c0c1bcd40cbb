import { UserError } from '@understudy/core';
import type { BattleTable } from './battle-table.js';
import { MISSING } from './coded-column.js';
import { matchNames } from './judge-glob.js';
import { rowsWhere, selectBattles } from './select-battles.js';

/** The battles of the judges whose names match (see `matchNames`); undefined where there is no such judge. */
export function judgesMatching(table: BattleTable, patterns: string): BattleTable | undefined {
  const judges = table.columns.get('judge');
  if (judges === undefined) return undefined;
  const isWanted = Uint8Array.from(judges.values.map(matchNames(patterns)), Number);
  if (!isWanted.includes(1)) return undefined;
  const rows = rowsWhere(table, (row) => judges.codes[row] !== MISSING && isWanted[judges.codes[row]!] === 1);
  return rows.length === 0 ? undefined : selectBattles(table, rows);
}

/** The same; raises `UserError` where there is no such judge. */
export function selectJudges(table: BattleTable, patterns: string): BattleTable {
  const chosen = judgesMatching(table, patterns);
  if (chosen !== undefined) return chosen;
  throw noJudgeError(table, patterns);
}

/** Says which judges there are. */
export function noJudgeError(table: BattleTable, patterns: string): UserError {
  const names = table.columns.get('judge')?.values;
  const shown = names?.slice(0, 10).join(', ');
  return new UserError({
    code: 'battle-judge-unknown',
    message: `Could not choose judges: no judge's name matches ${patterns}.`,
    hint:
      names === undefined
        ? 'The battles have no column judge; name it with --columns judge=….'
        : `There are ${names.length}: ${shown}${names.length > 10 ? ' …' : ''}.`,
    values: { patterns },
  });
}
