import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { Study, StudyDesign, StudyMode } from '../../arena/study.js';
import { fromJson, toJson } from '../json.js';
import type { Tables } from '../tables.js';
import { closedStudy, unknownReference, unknownStudy } from './arena-errors.js';
import type { StudiesTable } from './arena-tables.js';
import { requireModels } from './model-table.js';

/** Adds a study. Throws `UserError`: `study-exists`, `model-unknown`, `question-set-unknown`. */
export async function createStudy(transaction: Transaction<Tables>, study: Study): Promise<void> {
  await requireModels(transaction, study.versionIds);
  if (study.questionSetId !== null) await requireSet(transaction, study.questionSetId);
  const inserted = await transaction
    .insertInto('studies')
    .values(studyToRow(study))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;
  throw new UserError({
    code: 'study-exists',
    message: `There is already a study ${study.id}.`,
    hint: 'Choose another id.',
    values: { studyId: study.id },
  });
}

/** Throws `UserError` (`study-unknown`). */
export async function getStudy(db: Kysely<Tables>, id: string): Promise<Study> {
  const row = await db.selectFrom('studies').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw unknownStudy(id);
  return rowToStudy(row);
}

/** The newest first. */
export async function listStudies(db: Kysely<Tables>): Promise<readonly Study[]> {
  const rows = await db.selectFrom('studies').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map(rowToStudy);
}

/** Ends a study; a closed one stays closed since when it was. */
export async function closeStudy(transaction: Transaction<Tables>, id: string, at: number): Promise<void> {
  await lockStudy(transaction, id, 'change');
  await transaction
    .updateTable('studies')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

/**
 * Reads a study and keeps it as it is until the transaction ends. With `share` several transactions may do so at once, each alone with the
 * annotator's own assignments; with `change` one has the study to itself, its progress included. Whoever locks a study does so before any
 * assignment, so that nobody waits in a circle. Throws `UserError` (`study-unknown`).
 */
export async function lockStudy(
  transaction: Transaction<Tables>,
  id: string,
  mode: 'share' | 'change',
): Promise<Pick<Selectable<StudiesTable>, 'mode' | 'question_set_id' | 'opened_at' | 'closed_at'>> {
  const query = transaction
    .selectFrom('studies')
    .select(['mode', 'question_set_id', 'opened_at', 'closed_at'])
    .where('id', '=', id);
  const row = await (mode === 'share' ? query.forShare() : query.forNoKeyUpdate()).executeTakeFirst();
  if (row === undefined) throw unknownStudy(id);
  return row;
}

/** Throws `UserError` (`study-closed`) unless votes can be cast. */
export function requireOpen(id: string, study: Pick<Selectable<StudiesTable>, 'opened_at' | 'closed_at'>): void {
  if (study.opened_at === null || study.closed_at !== null) throw closedStudy(id);
}

async function requireSet(transaction: Transaction<Tables>, id: string): Promise<void> {
  const row = await transaction.selectFrom('question_sets').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw unknownReference('question set', id);
}

function studyToRow(study: Study): Insertable<StudiesTable> {
  return {
    id: study.id,
    mode: study.mode,
    title: study.title,
    question_set_id: study.questionSetId,
    version_ids: toJson(study.versionIds),
    design: toJson(study.design),
    instructions: toJson(study.instructions),
    completion_code: study.completionCode,
    created_at: study.createdAt,
    opened_at: study.openedAt,
    closed_at: study.closedAt,
  };
}

function rowToStudy(row: Selectable<StudiesTable>): Study {
  return {
    id: row.id,
    // Only `studyToRow` writes the column.
    mode: row.mode as StudyMode,
    title: row.title,
    questionSetId: row.question_set_id,
    versionIds: fromJson(row.version_ids) as readonly string[],
    design: fromJson(row.design) as StudyDesign,
    instructions: fromJson(row.instructions) as Study['instructions'],
    completionCode: row.completion_code,
    createdAt: row.created_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
