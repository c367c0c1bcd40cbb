import type { BattleTable } from '../battles/battle-table.js';
import { columnOf } from '../battles/column-of.js';
import { groupBattles, rowsWhere, selectBattles, type BattleGroup } from '../battles/select-battles.js';
import type { MeasureAgreementByOptions } from './agreement-options.js';
import { chooseJudges, type ComparedBattles } from './compared-battles.js';
import { agreementOf, type BattleAgreement } from './measure-agreement.js';

/** The agreement over the battles of one value of a column; `value` is undefined for those that have none. */
export interface AgreementGroup {
  readonly value: string | undefined;
  readonly agreement: BattleAgreement;
}

/** `measureAgreement` for each value of a column. A group may have nothing to compare. Raises `UserError` for a column that is not there. */
export function measureAgreementBy(
  first: BattleTable,
  second: BattleTable | undefined,
  options: MeasureAgreementByOptions,
): readonly AgreementGroup[] {
  const compared = chooseJudges({ first, second }, options);
  const groups = options.by === 'judge' ? groupsByJudge(compared) : groupsBy(compared, options.by);
  return groups.map(({ value, ...battles }) => ({ value, agreement: agreementOf(battles, options) }));
}

type ComparedGroup = ComparedBattles & { readonly value: string | undefined };

function groupsBy({ first, second }: ComparedBattles, by: string): readonly ComparedGroup[] {
  columnOf(first, by);
  const groups = groupBattles(first, by);
  if (second === undefined) return groups.map(({ value, battles }) => ({ value, first: battles }));
  if (!second.columns.has(by)) return groups.map(({ value, battles }) => ({ value, first: battles, second }));
  const others = new Map(groupBattles(second, by).map((group) => [group.value, group.battles]));
  return groups.flatMap(({ value, battles }) => {
    const other = others.get(value);
    return other === undefined ? [] : [{ value, first: battles, second: other }];
  });
}

/** Each judge of the first set against the second, or against the others of the only set. */
function groupsByJudge({ first, second }: ComparedBattles): readonly ComparedGroup[] {
  const judges = columnOf(first, 'judge');
  const others = ({ value }: BattleGroup): BattleTable =>
    selectBattles(
      first,
      rowsWhere(first, (row) => judges.values[judges.codes[row]!] !== value),
    );
  return groupBattles(first, 'judge').map((group) => ({
    value: group.value,
    first: group.battles,
    second: second ?? others(group),
  }));
}
