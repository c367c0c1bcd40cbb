import { type Kysely, sql } from 'kysely';
import type { VoteFilter } from '../../arena/arena-store.js';
import type { CountedVote } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import { rowToCountedVote } from './vote-row.js';

const ROWS_PER_PAGE = 1_000;

/** The votes by `seq`, a page at a time, so that others may vote meanwhile. */
export async function* selectVotes(
  db: Kysely<Tables>,
  filter: VoteFilter,
): AsyncGenerator<CountedVote, void, undefined> {
  for (let after = 0; ;) {
    const last = await pageEnd(db, filter, after);
    if (last === undefined) return;
    for (const row of await votesBetween(db, filter, { after, last }).execute()) yield rowToCountedVote(row);
    after = last;
  }
}

/** Votes of a study that count, skips apart. */
export async function countVotes(db: Kysely<Tables>, studyId: string): Promise<number> {
  const { count } = await db
    .selectFrom('votes')
    .innerJoin('assignments', 'assignments.id', 'votes.assignment_id')
    .where('votes.study_id', '=', studyId)
    .where('votes.outcome', '!=', 'skip')
    .where('assignments.state', '=', 'counted')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Number of the last vote of the page behind `after`; undefined when there is none. The page is bounded before the votes are joined with
 * anything: otherwise PostgreSQL may join all of them for each page.
 */
async function pageEnd(db: Kysely<Tables>, filter: VoteFilter, after: number): Promise<number | undefined> {
  let page = db.selectFrom('votes').select('seq').where('seq', '>', after).orderBy('seq').limit(ROWS_PER_PAGE);
  if (filter.studyId !== undefined) page = page.where('study_id', '=', filter.studyId);
  if (filter.annotatorId !== undefined) page = page.where('assignment_id', 'in', assignmentsOf(db, filter.annotatorId));
  const { last } = await db
    .selectFrom(page.as('page'))
    .select((eb) => eb.fn.max('page.seq').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? undefined;
}

function assignmentsOf(db: Kysely<Tables>, annotatorId: string) {
  return db.selectFrom('assignments').select('id').where('annotator_id', '=', annotatorId);
}

function votesBetween(
  db: Kysely<Tables>,
  filter: VoteFilter,
  { after, last }: { readonly after: number; readonly last: number },
) {
  let query = db
    .selectFrom('votes')
    .innerJoin('assignments', 'assignments.id', 'votes.assignment_id')
    .leftJoin('questions', 'questions.id', 'assignments.question_id')
    .where('votes.seq', '>', after)
    .where('votes.seq', '<=', last)
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
  if (filter.studyId !== undefined) query = query.where('votes.study_id', '=', filter.studyId);
  if (filter.annotatorId !== undefined) query = query.where('assignments.annotator_id', '=', filter.annotatorId);
  if (filter.aspect !== undefined) query = query.where('questions.aspect', '=', filter.aspect);
  if (filter.questionId !== undefined) query = query.where('assignments.question_id', '=', filter.questionId);
  if (filter.language !== undefined) query = query.where('questions.language', '=', filter.language);
  const { versionIds } = filter;
  if (versionIds !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('assignments.first_version_id', 'in', versionIds),
        eb('assignments.second_version_id', 'in', versionIds),
      ]),
    );
  }
  if (filter.withInvalid !== true) query = query.where('assignments.state', '=', 'counted');
  return query;
}
