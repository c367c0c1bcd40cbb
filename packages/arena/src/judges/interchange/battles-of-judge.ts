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
  /**
   * True adds the battle of each question's last turn once more, without a turn: people in a study vote on a conversation as a whole, and such
   * a vote is compared with what the judge said at its end. Only for agreement, where what has no counterpart does not count.
   */
  readonly wholeQuestions?: boolean | undefined;
}

/** A judge's battles as ratings and agreement read them; pairs without a verdict in both orders are counted in `leftOut.noVerdict`. */
export function battlesOfJudge(battles: readonly JudgedBattle[], options: BattlesOfJudgeOptions): BattleTable {
  const { judge, questionIds, wholeQuestions = false } = options;
  const builder = new BattleTableBuilder(COLUMNS);
  for (const { question, turn, a, b, winner } of battles) {
    if (winner === null) {
      builder.leaveOut('noVerdict');
      continue;
    }
    const id = questionIds === 'stored' ? question.id : sourceQuestionId(question);
    const turns = wholeQuestions && turn === question.turns.length ? [String(turn), undefined] : [String(turn)];
    for (const shown of turns) {
      builder.add({
        first: a.versionId,
        second: b.versionId,
        outcome: OUTCOMES[winner],
        values: [judge, id, shown, question.aspect, question.language],
        time: Number.NaN,
      });
    }
  }
  return builder.build();
}
