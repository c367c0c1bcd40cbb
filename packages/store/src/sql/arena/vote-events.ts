import type { Kysely, Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { ArenaStore } from '../../arena/arena-store.js';
import type { VoteEvent } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import type { AssignmentsTable } from './arena-tables.js';
import { standing, stateOf, type VoteStanding } from './assignment-state.js';
import { countVote } from './cast-vote.js';
import { type Reissue, reissue } from './reissue.js';
import { lockStudy, requireOpen } from './study-table.js';
import { eventToRow, rowToEvent, rowToVote } from './vote-row.js';

/** A vote with its events, oldest first. */
export async function getVote(db: Kysely<Tables>, id: string): ReturnType<ArenaStore['getVote']> {
  const row = await db.selectFrom('votes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { vote: rowToVote(row), events: await selectEvents(db, id) };
}

/** Adds an event; see `ArenaStore.addVoteEvent`. */
export async function addVoteEvent(
  transaction: Transaction<Tables>,
  event: VoteEvent,
  again: Reissue | undefined,
): Promise<void> {
  const vote = await transaction
    .selectFrom('votes')
    .innerJoin('assignments', 'assignments.id', 'votes.assignment_id')
    .select(['votes.outcome', 'votes.assignment_id', 'assignments.study_id'])
    .where('votes.id', '=', event.voteId)
    .executeTakeFirst();
  if (vote === undefined) {
    throw new UserError({
      code: 'vote-unknown',
      message: `There is no vote ${event.voteId}.`,
      values: { voteId: event.voteId },
    });
  }
  const study = await lockStudy(transaction, vote.study_id, 'share');
  const assignment = await transaction
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', vote.assignment_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const events = await selectEvents(transaction, event.voteId);
  const kinds = events.map((one) => one.kind);
  const before = standing(kinds);
  refuse(event, before);
  const after = standing([...kinds, event.kind]);
  const [state, counted] = [stateOf(after), Number(after.taken.length === 0) - Number(before.taken.length === 0)];
  if (counted === 1) await refuseSecondSay(transaction, event, assignment);
  await transaction.insertInto('vote_events').values(eventToRow(event, events.length)).execute();
  if (state !== assignment.state) {
    await transaction.updateTable('assignments').set({ state }).where('id', '=', assignment.id).execute();
  }
  if (counted !== 0 && vote.outcome !== 'skip') await countVote(transaction, assignment, counted > 0 ? 1 : -1);
  if (again === undefined) return;
  requireOpen(vote.study_id, study);
  await reissue(transaction, assignment, { ...again, issuedAt: event.at });
}

async function selectEvents(db: Kysely<Tables>, voteId: string): Promise<readonly VoteEvent[]> {
  const rows = await db.selectFrom('vote_events').selectAll().where('vote_id', '=', voteId).orderBy('number').execute();
  return rows.map(rowToEvent);
}

function refuse(event: VoteEvent, { taken, revealed }: VoteStanding): void {
  const isCounted = taken.length === 0;
  const isRefused =
    (event.kind === 'undo' && (revealed || !isCounted)) ||
    (event.kind === 'withdraw' && !isCounted) ||
    // Whoever has undone a vote will vote again, and must not know the names by then.
    (event.kind === 'reveal' && taken.includes('undone'));
  if (isRefused) throw final(event);
  if (event.kind === 'restore' && isCounted) {
    throw new UserError({
      code: 'vote-counted',
      message: `The vote ${event.voteId} counts; there is nothing to restore.`,
      values: { voteId: event.voteId },
    });
  }
}

/** A vote that was undone is not restored beside the one that was cast, or can still be cast, in its place. */
async function refuseSecondSay(
  transaction: Transaction<Tables>,
  event: VoteEvent,
  assignment: Selectable<AssignmentsTable>,
): Promise<void> {
  if (assignment.item_number === null) return;
  const other = await transaction
    .selectFrom('assignments')
    .select('id')
    .where('annotator_id', '=', assignment.annotator_id)
    .where('study_id', '=', assignment.study_id)
    .where('item_number', '=', assignment.item_number)
    .where('state', 'in', ['open', 'counted'])
    .where('id', '!=', assignment.id)
    .executeTakeFirst();
  if (other === undefined) return;
  throw new UserError({
    code: 'vote-superseded',
    message: `The vote ${event.voteId} cannot be restored: the same annotator was given the same pair again.`,
    hint: 'Invalidate the later vote first.',
    values: { voteId: event.voteId },
  });
}

function final(event: VoteEvent): UserError {
  return new UserError({
    code: 'vote-final',
    message: `The vote ${event.voteId} is final: "${event.kind}" is not possible any more.`,
    hint: 'After the names are shown a vote can be withdrawn, but not changed.',
    values: { voteId: event.voteId, kind: event.kind },
  });
}
