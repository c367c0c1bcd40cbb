import { randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { ImportedVote } from '../../arena/arena-store.js';
import { inChunks } from '../in-chunks.js';
import { toJson } from '../json.js';
import type { Tables } from '../tables.js';
import { annotatorToRow } from './annotator-table.js';
import { closedStudy } from './arena-errors.js';
import type { AssignmentsTable } from './arena-tables.js';
import { requireModels } from './model-table.js';
import { takeNumbers } from './sequence.js';
import { lockStudy } from './study-table.js';

const ROWS_PER_INSERT = 500;

/** Adds the votes of a file; see `ArenaStore.importVotes`. An annotator's id is `STUDY/NAME`: names are unique within a file at most. */
export async function importVotes(
  transaction: Transaction<Tables>,
  studyId: string,
  votes: readonly ImportedVote[],
): Promise<void> {
  const study = await lockStudy(transaction, studyId, 'change');
  if (study.mode !== 'imported') throw notForImports(studyId);
  await requireModels(
    transaction,
    votes.flatMap((vote) => [vote.firstVersionId, vote.secondVersionId]),
  );
  await requireNone(transaction, studyId);
  if (study.closed_at !== null) throw closedStudy(studyId);
  await insertAnnotators(transaction, studyId, votes);
  const importId = randomUUID();
  // Ascending, so that an index grows at its end; a hundred thousand random ids would each fall into another page of it.
  const imported = votes.map((vote, index) => ({ vote, id: `${importId}-${String(index).padStart(7, '0')}` }));
  const assignments = imported.map(({ vote, id }) => importedAssignment(vote, { studyId, id }));
  for (const chunk of inChunks(assignments, ROWS_PER_INSERT)) {
    await transaction
      .insertInto('assignments')
      .values([...chunk])
      .execute();
  }
  // Only now, because whoever votes meanwhile waits for these numbers.
  const first = await takeNumbers(transaction, 'vote', votes.length);
  const rows = imported.map(({ vote, id }, index) => ({
    seq: first + index,
    id,
    assignment_id: id,
    study_id: studyId,
    outcome: vote.outcome,
    reasons: toJson([]),
    comment: null,
    dwell_ms: null,
    ui_version: null,
    cast_at: vote.castAt,
  }));
  for (const chunk of inChunks(rows, ROWS_PER_INSERT)) {
    await transaction
      .insertInto('votes')
      .values([...chunk])
      .execute();
  }
}

/** Throws `UserError` (`votes-imported`) where the study has votes. */
async function requireNone(transaction: Transaction<Tables>, studyId: string): Promise<void> {
  const vote = await transaction
    .selectFrom('votes')
    .select('id')
    .where('study_id', '=', studyId)
    .limit(1)
    .executeTakeFirst();
  if (vote === undefined) return;
  throw new UserError({
    code: 'votes-imported',
    message: `The study ${studyId} has its votes already.`,
    hint: 'Import into a study of its own.',
    values: { studyId },
  });
}

async function insertAnnotators(
  transaction: Transaction<Tables>,
  studyId: string,
  votes: readonly ImportedVote[],
): Promise<void> {
  const first = new Map<string, ImportedVote>();
  for (const vote of votes) if (!first.has(vote.annotator)) first.set(vote.annotator, vote);
  const rows = [...first.values()].map((vote) =>
    annotatorToRow({
      id: annotatorId(studyId, vote.annotator),
      kind: vote.annotatorKind,
      pseudonym: vote.annotator,
      locale: null,
      consentAt: null,
      createdAt: vote.castAt,
    }),
  );
  for (const chunk of inChunks(rows, ROWS_PER_INSERT)) {
    await transaction
      .insertInto('annotators')
      .values([...chunk])
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

function annotatorId(studyId: string, name: string): string {
  return `${studyId}/${name}`;
}

function importedAssignment(
  vote: ImportedVote,
  { studyId, id }: { readonly studyId: string; readonly id: string },
): Insertable<AssignmentsTable> {
  return {
    id,
    study_id: studyId,
    item_number: null,
    annotator_id: annotatorId(studyId, vote.annotator),
    question_id: vote.questionId,
    kind: 'regular',
    first_version_id: vote.firstVersionId,
    second_version_id: vote.secondVersionId,
    swapped: 0,
    sample_probability: 1,
    identity_leak: 0,
    turn: vote.turn,
    // No token has this hash: nobody can vote on what was imported.
    token_hash: '',
    state: 'counted',
    issued_at: vote.castAt,
    expires_at: vote.castAt,
  };
}

function notForImports(studyId: string): UserError {
  return new UserError({
    code: 'study-not-imported',
    message: `The study ${studyId} takes no votes from files: its votes are cast by its own annotators.`,
    hint: 'Import into a study of its own.',
    values: { studyId },
  });
}
