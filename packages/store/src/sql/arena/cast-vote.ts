import type { Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { CastVoteRequest } from '../../arena/arena-store.js';
import type { Vote } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import type { AssignmentsTable } from './arena-tables.js';
import { takeNumbers } from './sequence.js';
import { lockStudy, requireOpen } from './study-table.js';
import { rowToVote, voteToRow } from './vote-row.js';

/** Casts a vote, once; see `ArenaStore.castVote`. */
export async function castVote(
  transaction: Transaction<Tables>,
  request: CastVoteRequest,
): Promise<{ readonly vote: Vote; readonly repeated: boolean }> {
  const { assignmentId } = request;
  const place = await transaction
    .selectFrom('assignments')
    .select('study_id')
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  if (place === undefined) throw wrongToken();
  const study = await lockStudy(transaction, place.study_id, 'share');
  const assignment = await transaction
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', assignmentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (assignment.annotator_id !== request.annotatorId || assignment.token_hash !== request.tokenHash) {
    throw wrongToken();
  }
  const before = await transaction
    .selectFrom('votes')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirst();
  if (before !== undefined) return { vote: rowToVote(before), repeated: true };
  if (assignment.state !== 'open' || assignment.expires_at <= request.now) throw expired();
  requireOpen(place.study_id, study);
  await transaction.updateTable('assignments').set({ state: 'counted' }).where('id', '=', assignmentId).execute();
  if (request.outcome !== 'skip') await countVote(transaction, assignment, 1);
  const seq = await takeNumbers(transaction, 'vote');
  const row = await transaction
    .insertInto('votes')
    .values(voteToRow(request, { studyId: place.study_id, seq }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return { vote: rowToVote(row), repeated: false };
}

/** Adds to the votes of an assignment's item, if it has one. */
export async function countVote(
  transaction: Transaction<Tables>,
  { study_id, item_number }: Pick<Selectable<AssignmentsTable>, 'study_id' | 'item_number'>,
  change: 1 | -1,
): Promise<void> {
  if (item_number === null) return;
  await transaction
    .updateTable('item_progress')
    .set((eb) => ({ votes: eb('votes', '+', change) }))
    .where('study_id', '=', study_id)
    .where('number', '=', item_number)
    .execute();
}

/** Says nothing of what is wrong: whoever guesses learns nothing. */
function wrongToken(): UserError {
  return new UserError({
    code: 'vote-token',
    message: 'The vote was not taken: its token does not belong to a pair that you were given.',
    hint: 'Load the page again; it shows the pair that you have now.',
  });
}

function expired(): UserError {
  return new UserError({
    code: 'assignment-expired',
    message: 'The vote was not taken: the time for this pair is over.',
    hint: 'Load the page again; it shows the pair that you have now.',
  });
}
