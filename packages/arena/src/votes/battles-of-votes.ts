import type { CountedVote } from '@understudy/store';
import { BattleTableBuilder } from '../battles/battle-table-builder.js';
import type { BattleTable } from '../battles/battle-table.js';
import { battleOutcome } from './vote-outcome.js';

export interface BattlesOfVotesOptions {
  /** Also votes on answers that named their model; left out otherwise, as they were not blind. */
  readonly identityLeaks?: boolean;
}

const COLUMNS = ['judge', 'question_id', 'turn', 'aspect', 'language', 'study'] as const;

/**
 * Stored votes as battles of model versions: only votes that count, on items that are rated (not gold, not training). A skipped item is no
 * battle. `judge` is the annotator, `time` when the vote was cast, in milliseconds since 1970.
 */
export async function battlesOfVotes(
  votes: AsyncIterable<CountedVote>,
  { identityLeaks = false }: BattlesOfVotesOptions = {},
): Promise<BattleTable> {
  const builder = new BattleTableBuilder(COLUMNS);
  for await (const vote of votes) {
    const { outcome } = vote;
    if (!vote.valid || vote.kind !== 'regular' || outcome === 'skip') continue;
    if (vote.identityLeak && !identityLeaks) builder.leaveOut('notBlind');
    else builder.add({ ...sidesOf(vote), outcome: battleOutcome(outcome), values: valuesOf(vote), time: vote.castAt });
  }
  return builder.build();
}

function sidesOf({ firstVersionId, secondVersionId }: CountedVote): {
  readonly first: string;
  readonly second: string;
} {
  return { first: firstVersionId, second: secondVersionId };
}

/** In the order of `COLUMNS`. */
function valuesOf(vote: CountedVote): readonly (string | undefined)[] {
  const { annotatorId, questionId, turn, aspect, language, studyId } = vote;
  return [annotatorId, questionId, turn === null ? null : String(turn), aspect, language, studyId].map(
    (value) => value ?? undefined,
  );
}
