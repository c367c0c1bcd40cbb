import { exactOfRaters, type RaterAgreement } from '@understudy/statistics';
import type { BattleTable } from '../battles/battle-table.js';
import { annotateItems } from './battle-items.js';

/**
 * How often each judge with a name said the same as another one, over pairs of their votes on the same question, turn and unordered pair of
 * models: value and count of the exact agreement of `measureAgreementBy` by judge, in time that does not grow with the number of judges. Raises
 * `UserError` where no battle has a question.
 */
export function exactByJudge(battles: BattleTable): ReadonlyMap<string, Omit<RaterAgreement, 'rater'>> {
  return new Map(
    annotateItems([battles]).sets.flatMap(({ annotations, judges }) =>
      exactOfRaters(annotations).flatMap(({ rater, value, count }) => {
        const judge = judges[rater];
        return judge === undefined ? [] : [[judge, { value, count }] as const];
      }),
    ),
  );
}
