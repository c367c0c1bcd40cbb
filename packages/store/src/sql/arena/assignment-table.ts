import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { GivenAssignment } from '../../arena/arena-store.js';
import type { Assignment, ConversationTurn } from '../../arena/vote.js';
import type { Tables } from '../tables.js';
import { closedStudy } from './arena-errors.js';
import type { AssignmentsTable, ConversationTurnsTable } from './arena-tables.js';
import { selectItem } from './item-table.js';
import { lockStudy, requireOpen } from './study-table.js';

/** Gives a pair in free mode. */
export async function issueFree(
  transaction: Transaction<Tables>,
  assignment: Assignment,
  tokenHash: string,
): Promise<void> {
  const study = await lockStudy(transaction, assignment.studyId, 'share');
  requireOpen(assignment.studyId, study);
  if (study.mode !== 'free' || assignment.itemNumber !== null) throw closedStudy(assignment.studyId);
  const row = assignmentToRow(assignment, { tokenHash, questionId: null, kind: 'regular', identityLeak: false });
  await transaction.insertInto('assignments').values(row).execute();
}

/** An assignment with its item; undefined when there is none. */
export async function getAssignment(db: Kysely<Tables>, id: string): Promise<GivenAssignment | undefined> {
  const row = await db.selectFrom('assignments').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const planned = row.item_number === null ? undefined : await selectItem(db, row.study_id, row.item_number);
  return { assignment: rowToAssignment(row), item: planned?.item ?? null, isOpen: row.state === 'open' };
}

/** Adds a turn to a conversation that has not been voted on. */
export async function appendTurn(transaction: Transaction<Tables>, turn: ConversationTurn): Promise<void> {
  const assignment = await transaction
    .selectFrom('assignments')
    .select('state')
    .where('id', '=', turn.assignmentId)
    .forUpdate()
    .executeTakeFirst();
  if (assignment?.state !== 'open') throw conversationEnded(turn);
  const inserted = await transaction
    .insertInto('conversation_turns')
    .values(turnToRow(turn))
    .onConflict((conflict) => conflict.columns(['assignment_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  if (inserted === undefined) throw conversationEnded(turn);
  if (!turn.identityLeak) return;
  await transaction.updateTable('assignments').set({ identity_leak: 1 }).where('id', '=', turn.assignmentId).execute();
}

/** In order. */
export async function selectTurns(db: Kysely<Tables>, assignmentId: string): Promise<readonly ConversationTurn[]> {
  const rows = await db
    .selectFrom('conversation_turns')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .orderBy('number')
    .execute();
  return rows.map(rowToTurn);
}

/** What the table has of an assignment beyond the record. */
export interface AssignmentDetails {
  readonly tokenHash: string;
  readonly questionId: string | null;
  readonly kind: string;
  readonly identityLeak: boolean;
}

/** An open assignment as a row. */
export function assignmentToRow(assignment: Assignment, details: AssignmentDetails): Insertable<AssignmentsTable> {
  return {
    id: assignment.id,
    study_id: assignment.studyId,
    item_number: assignment.itemNumber,
    annotator_id: assignment.annotatorId,
    question_id: details.questionId,
    kind: details.kind,
    first_version_id: assignment.firstVersionId,
    second_version_id: assignment.secondVersionId,
    swapped: Number(assignment.swapped),
    sample_probability: assignment.sampleProbability,
    identity_leak: Number(details.identityLeak),
    turn: null,
    token_hash: details.tokenHash,
    state: 'open',
    issued_at: assignment.issuedAt,
    expires_at: assignment.expiresAt,
  };
}

/** An assignment, without its token. */
export function rowToAssignment(row: Selectable<AssignmentsTable>): Assignment {
  return {
    id: row.id,
    studyId: row.study_id,
    itemNumber: row.item_number,
    annotatorId: row.annotator_id,
    firstVersionId: row.first_version_id,
    secondVersionId: row.second_version_id,
    swapped: row.swapped !== 0,
    sampleProbability: row.sample_probability,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
  };
}

function conversationEnded(turn: ConversationTurn): UserError {
  return new UserError({
    code: 'conversation-ended',
    message: `Turn ${turn.number} cannot be added to this conversation: it has been voted on, or has that turn already.`,
    hint: 'Begin a new conversation.',
    values: { assignmentId: turn.assignmentId, number: turn.number },
  });
}

function turnToRow(turn: ConversationTurn): Insertable<ConversationTurnsTable> {
  return {
    assignment_id: turn.assignmentId,
    number: turn.number,
    prompt: turn.prompt,
    first: turn.first,
    second: turn.second,
    identity_leak: Number(turn.identityLeak),
  };
}

function rowToTurn(row: Selectable<ConversationTurnsTable>): ConversationTurn {
  return {
    assignmentId: row.assignment_id,
    number: row.number,
    prompt: row.prompt,
    first: row.first,
    second: row.second,
    identityLeak: row.identity_leak !== 0,
  };
}
