import type { ImportedVote } from '@understudy/store';
import type { BattleTable } from '../battles/battle-table.js';
import { textAt } from '../battles/coded-column.js';
import { voteOutcome } from './vote-outcome.js';

/** Milliseconds since 1970 have more digits since 1973, seconds do not until the year 5138. */
const LEAST_MILLISECONDS = 1e11;
const NOBODY = 'unknown';

/**
 * Battles as votes to import: `judge` is the annotator. Chatbot Arena's files have seconds since 1970 in `tstamp`, ours milliseconds: where
 * all of a file's times are too small for milliseconds they are seconds.
 *
 * @param now time of votes that do not say theirs, milliseconds since 1970
 */
export function votesOfBattles(table: BattleTable, now: number): readonly ImportedVote[] {
  const { models, first, second, outcome, columns } = table;
  const castAt = timesOf(table, now);
  const text = (name: string, row: number): string | undefined => {
    const column = columns.get(name);
    return column && textAt(column, row);
  };
  return Array.from(first, (model, row): ImportedVote => {
    const turn = Number(text('turn', row));
    return {
      annotator: text('judge', row) ?? NOBODY,
      annotatorKind: 'crowd',
      questionId: text('question_id', row) ?? null,
      turn: Number.isSafeInteger(turn) && turn > 0 ? turn : null,
      // Codes are indices into `models`.
      firstVersionId: models[model]!,
      secondVersionId: models[second[row]!]!,
      outcome: voteOutcome(outcome[row]),
      castAt: castAt(row),
    };
  });
}

function timesOf({ time }: BattleTable, now: number): (row: number) => number {
  if (time === null) return () => now;
  const unit = time.every((each) => Math.abs(each) < LEAST_MILLISECONDS) ? 1000 : 1;
  return (row) => Math.round(time[row]! * unit);
}
