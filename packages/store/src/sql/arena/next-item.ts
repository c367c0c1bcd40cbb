import { type Selectable, sql, type Transaction } from 'kysely';
import { BugError } from '@understudy/core';
import type { Candidate, GivenAssignment, NextItemRequest } from '../../arena/arena-store.js';
import type { Assignment } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import type { AssignmentsTable } from './arena-tables.js';
import { HAD_STATES } from './assignment-state.js';
import { assignmentToRow, rowToAssignment } from './assignment-table.js';
import { outstandingByItem, toCandidates } from './item-progress.js';
import type { PlannedItem } from './item-table.js';
import type { PlanCache } from './plan-cache.js';
import { lockStudy, requireOpen } from './study-table.js';

/** Gives an annotator the next item; see `ArenaStore.nextItem`. The study is locked: two annotators never take one free place both. */
export async function nextItem(
  transaction: Transaction<Tables>,
  plans: PlanCache,
  request: NextItemRequest,
): Promise<GivenAssignment | undefined> {
  const { studyId, now } = request;
  requireOpen(studyId, await lockStudy(transaction, studyId, 'change'));
  const plan = await plans.plan(transaction, studyId);
  const held = await heldAssignment(transaction, request);
  if (held !== undefined) {
    return { assignment: held, item: plan.get(held.itemNumber ?? -1)?.item ?? null, isOpen: true };
  }
  const lacking = await lackingItems(transaction, request);
  const candidates = toCandidates(lacking, plan, await outstandingByItem(transaction, studyId, now));
  const chosen = request.choose(candidates, await countDone(transaction, request));
  if (chosen === undefined) return undefined;
  const planned = plan.get(chosen.item.number);
  if (planned === undefined || !isAmong(candidates, chosen.item.number))
    throw notACandidate(request, chosen.item.number);
  await lapse(transaction, request);
  const assignment = await give(transaction, request, planned, chosen.swapped);
  return { assignment, item: planned.item, isOpen: true };
}

/** Gives the assignment again that the annotator holds, if any, under the new token. The latest one, should an undo have made it a second. */
async function heldAssignment(
  transaction: Transaction<Tables>,
  { studyId, annotatorId, tokenHash, now, expiresAt }: NextItemRequest,
): Promise<Assignment | undefined> {
  const row: Selectable<AssignmentsTable> | undefined = await transaction
    .selectFrom('assignments')
    .selectAll()
    .where('annotator_id', '=', annotatorId)
    .where('study_id', '=', studyId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await transaction
    .updateTable('assignments')
    .set({ token_hash: tokenHash, expires_at: expiresAt })
    .where('id', '=', row.id)
    .execute();
  return rowToAssignment({ ...row, expires_at: expiresAt });
}

/**
 * Items that lack votes and that the annotator has not had, by number. They come as one text: to make six thousand rows of it takes the
 * database's library three times as long as all the rest.
 */
async function lackingItems(
  transaction: Transaction<Tables>,
  { studyId, annotatorId }: NextItemRequest,
): Promise<readonly { readonly number: number; readonly votes: number }[]> {
  const { list } = await transaction
    .selectFrom('item_progress')
    .select(sql<string | null>`string_agg(number || ' ' || votes, ' ')`.as('list'))
    .where('study_id', '=', studyId)
    .whereRef('votes', '<', 'wanted')
    .where('number', 'not in', (eb) =>
      eb
        .selectFrom('assignments')
        .select('item_number')
        .where('annotator_id', '=', annotatorId)
        .where('study_id', '=', studyId)
        .where('state', 'in', HAD_STATES)
        .where('item_number', 'is not', null),
    )
    .executeTakeFirstOrThrow();
  if (list === null) return [];
  const numbers = list.split(' ').map(Number);
  const items = Array.from({ length: numbers.length / 2 }, (_, index) => ({
    number: numbers[2 * index] ?? 0,
    votes: numbers[2 * index + 1] ?? 0,
  }));
  return items.sort((one, other) => one.number - other.number);
}

async function countDone(transaction: Transaction<Tables>, { studyId, annotatorId }: NextItemRequest): Promise<number> {
  const { count } = await transaction
    .selectFrom('assignments')
    .where('annotator_id', '=', annotatorId)
    .where('study_id', '=', studyId)
    .where('state', 'in', HAD_STATES)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What the annotator has let expire is void from now on, even if a late vote should arrive with an earlier time. */
async function lapse(transaction: Transaction<Tables>, { studyId, annotatorId }: NextItemRequest): Promise<void> {
  await transaction
    .updateTable('assignments')
    .set({ state: 'lapsed' })
    .where('annotator_id', '=', annotatorId)
    .where('study_id', '=', studyId)
    .where('state', '=', 'open')
    .execute();
}

async function give(
  transaction: Transaction<Tables>,
  request: NextItemRequest,
  { item, firstVersionId, secondVersionId, identityLeak }: PlannedItem,
  swapped: boolean,
): Promise<Assignment> {
  const assignment: Assignment = {
    id: request.assignmentId,
    studyId: request.studyId,
    itemNumber: item.number,
    annotatorId: request.annotatorId,
    firstVersionId,
    secondVersionId,
    swapped,
    sampleProbability: 1,
    issuedAt: request.now,
    expiresAt: request.expiresAt,
  };
  const details = { tokenHash: request.tokenHash, questionId: item.questionId, kind: item.kind, identityLeak };
  await transaction.insertInto('assignments').values(assignmentToRow(assignment, details)).execute();
  return assignment;
}

function isAmong(candidates: readonly Candidate[], number: number): boolean {
  return candidates.some((candidate) => candidate.item.number === number);
}

function notACandidate({ studyId }: NextItemRequest, number: number): BugError {
  return new BugError({
    code: 'item-not-a-candidate',
    message: `Item ${number} of the study ${studyId} was chosen, but was not offered.`,
    values: { studyId, number },
  });
}
