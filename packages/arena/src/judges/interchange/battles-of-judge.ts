import { FIRST_WINS, SECOND_WINS, TIE } from '@understudy/statistics';
import { BattleTableBuilder } from '../../battles/battle-table-builder.js';
import { INCONSISTENT, type BattleOutcome } from '../../battles/battle-outcome.js';
import type { BattleTable } from '../../battles/battle-table.js';
import type { BattleWinner, JudgedBattle } from '../combine/judged-battle.js';
import { sourceQuestionId } from './source-question-id.js';

const COLUMNS = ['judge', 'question_id', 'turn', 'aspect', 'language'] as const;

const OUTCOMES: Readonly<Record<BattleWinner, BattleOutcome>> = {
  model_a: FIRST_WINS,
  model_b: SECOND_WINS,
  tie: TIE,
  'tie (inconsistent)': INCONSISTENT,
};

/** How questions are named in a table of battles. */
export interface BattlesOfJudgeOptions {
  /** Name of the judge in the table. */
  readonly judge: string;
  /** `stored`: `mt-bench/81`, as votes of the store have it; `source`: `81`, as files have it. */
  readonly questionIds: 'stored' | 'source';
}

/** A judge's battles as ratings and agreement read them; pairs without a verdict in both orders are counted in `leftOut.noVerdict`. */
export function battlesOfJudge(
  battles: readonly JudgedBattle[],
  { judge, questionIds }: BattlesOfJudgeOptions,
): BattleTable {
  const builder = new BattleTableBuilder(COLUMNS);
  for (const { question, turn, a, b, winner } of battles) {
    if (winner === null) {
      builder.leaveOut('noVerdict');
      continue;
    }
    const id = questionIds === 'stored' ? question.id : sourceQuestionId(question);
    builder.add({
      first: a.versionId,
      second: b.versionId,
      outcome: OUTCOMES[winner],
      values: [judge, id, String(turn), question.aspect, question.language],
      time: Number.NaN,
    });
  }
  return builder.build();
}
