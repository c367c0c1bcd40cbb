import { type Kysely, sql } from 'kysely';
import type { VoteFilter } from '../../arena/arena-store.js';
import type { CountedVote } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import { rowToCountedVote } from './vote-row.js';

const ROWS_PER_PAGE = 5_000;

/** The votes by `seq`, a page at a time, so that others may vote meanwhile. */
export async function* selectVotes(
  db: Kysely<Tables>,
  filter: VoteFilter,
): AsyncGenerator<CountedVote, void, undefined> {
  for (let after = 0; ;) {
    const rows = await votesAfter(db, filter, after).limit(ROWS_PER_PAGE).execute();
    for (const row of rows) yield rowToCountedVote(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

function votesAfter(db: Kysely<Tables>, filter: VoteFilter, after: number) {
  let query = db
    .selectFrom('votes')
    .innerJoin('assignments', 'assignments.id', 'votes.assignment_id')
    .leftJoin('questions', 'questions.id', 'assignments.question_id')
    .where('votes.seq', '>', after)
    .orderBy('votes.seq')
    .select([
      'votes.seq',
      'votes.id',
      'votes.outcome',
      'votes.dwell_ms',
      'votes.cast_at',
      'assignments.study_id',
      'assignments.item_number',
      'assignments.kind',
      'assignments.annotator_id',
      'assignments.question_id',
      'assignments.first_version_id',
      'assignments.second_version_id',
      'assignments.swapped',
      'assignments.state',
      'assignments.identity_leak',
      'questions.aspect',
      'questions.language',
      // An imported vote says its turn; a vote in free mode is on all turns so far; in a study on the whole question.
      sql<number | null>`coalesce(assignments.turn, (select max(conversation_turns.number) from conversation_turns
        where conversation_turns.assignment_id = assignments.id))`.as('turn'),
    ]);
  if (filter.studyId !== undefined) query = query.where('assignments.study_id', '=', filter.studyId);
  if (filter.annotatorId !== undefined) query = query.where('assignments.annotator_id', '=', filter.annotatorId);
  if (filter.aspect !== undefined) query = query.where('questions.aspect', '=', filter.aspect);
  if (filter.questionId !== undefined) query = query.where('assignments.question_id', '=', filter.questionId);
  if (filter.language !== undefined) query = query.where('questions.language', '=', filter.language);
  if (filter.withInvalid !== true) query = query.where('assignments.state', '=', 'counted');
  return query;
}
