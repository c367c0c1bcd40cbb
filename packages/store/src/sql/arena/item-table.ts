import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { ItemKind, Outcome, StudyItem } from '../../arena/study.js';
import { inChunks } from '../in-chunks.js';
import type { Tables } from '../tables.js';
import { unknownReference } from './arena-errors.js';
import type { AnswersTable, StudyItemsTable } from './arena-tables.js';
import { lockStudy } from './study-table.js';

const ROWS_PER_INSERT = 500;
const IDS_PER_SELECT = 1_000;

/** An item with what an assignment of it copies. */
export interface PlannedItem {
  readonly item: StudyItem;
  readonly firstVersionId: string;
  readonly secondVersionId: string;
  readonly identityLeak: boolean;
}

/** Stores the plan and opens the study; see `ArenaStore.openStudy`. */
export async function openStudy(
  transaction: Transaction<Tables>,
  { studyId, items, at }: { readonly studyId: string; readonly items: readonly StudyItem[]; readonly at: number },
): Promise<void> {
  const study = await lockStudy(transaction, studyId, 'change');
  if (study.opened_at !== null) {
    throw new UserError({
      code: 'study-open',
      message: `The study ${studyId} has already opened; its plan does not change any more.`,
      hint: 'Make another study for another plan.',
      values: { studyId },
    });
  }
  if (study.question_set_id !== null) await freeze(transaction, study.question_set_id);
  const answers = await answersOf(transaction, items);
  for (const chunk of inChunks(items, ROWS_PER_INSERT)) {
    await transaction
      .insertInto('study_items')
      .values(chunk.map((item) => itemToRow({ ...item, studyId }, answers)))
      .execute();
    await transaction
      .insertInto('item_progress')
      .values(chunk.map(({ number, wanted }) => ({ study_id: studyId, number, wanted, votes: 0 })))
      .execute();
  }
  await transaction.updateTable('studies').set({ opened_at: at }).where('id', '=', studyId).execute();
}

/** The plan by number; never changes once there is one. */
export async function selectPlan(db: Kysely<Tables>, studyId: string): Promise<ReadonlyMap<number, PlannedItem>> {
  const rows = await db
    .selectFrom('study_items')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.number, rowToPlannedItem(row)]));
}

/** One item of a plan. */
export async function selectItem(
  db: Kysely<Tables>,
  studyId: string,
  number: number,
): Promise<PlannedItem | undefined> {
  const row = await db
    .selectFrom('study_items')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && rowToPlannedItem(row);
}

/** Holds the question set until the transaction ends: from then on it is one that a study has opened over. */
async function freeze(transaction: Transaction<Tables>, setId: string): Promise<void> {
  await transaction.selectFrom('question_sets').select('id').where('id', '=', setId).forShare().execute();
}

type ItemAnswer = Pick<Selectable<AnswersTable>, 'id' | 'question_id' | 'version_id' | 'identity_leak'>;

/** The answers of items by id. Throws `UserError` (`answer-unknown`) unless each is there, for the item's question. */
async function answersOf(
  transaction: Transaction<Tables>,
  items: readonly StudyItem[],
): Promise<ReadonlyMap<string, ItemAnswer>> {
  const ids = [...new Set(items.flatMap((item) => [item.firstAnswerId, item.secondAnswerId]))];
  const answers = new Map<string, ItemAnswer>();
  for (const chunk of inChunks(ids, IDS_PER_SELECT)) {
    const rows = await transaction
      .selectFrom('answers')
      .select(['id', 'question_id', 'version_id', 'identity_leak'])
      .where('id', 'in', chunk)
      .execute();
    for (const row of rows) answers.set(row.id, row);
  }
  for (const item of items) {
    for (const id of [item.firstAnswerId, item.secondAnswerId]) {
      if (answers.get(id)?.question_id !== item.questionId) throw unknownReference('answer', id);
    }
  }
  return answers;
}

function itemToRow(item: StudyItem, answers: ReadonlyMap<string, ItemAnswer>): Insertable<StudyItemsTable> {
  // `answersOf` has seen to it that both are there.
  const first = answers.get(item.firstAnswerId)!;
  const second = answers.get(item.secondAnswerId)!;
  return {
    study_id: item.studyId,
    number: item.number,
    kind: item.kind,
    question_id: item.questionId,
    first_answer_id: item.firstAnswerId,
    second_answer_id: item.secondAnswerId,
    first_version_id: first.version_id,
    second_version_id: second.version_id,
    identity_leak: Math.max(first.identity_leak, second.identity_leak),
    wanted: item.wanted,
    expected: item.expected,
    explanation: item.explanation,
  };
}

function rowToPlannedItem(row: Selectable<StudyItemsTable>): PlannedItem {
  const item: StudyItem = {
    studyId: row.study_id,
    number: row.number,
    // Only `itemToRow` writes these columns.
    kind: row.kind as ItemKind,
    expected: row.expected as Outcome | null,
    questionId: row.question_id,
    firstAnswerId: row.first_answer_id,
    secondAnswerId: row.second_answer_id,
    wanted: row.wanted,
    explanation: row.explanation,
  };
  return {
    item,
    firstVersionId: row.first_version_id,
    secondVersionId: row.second_version_id,
    identityLeak: row.identity_leak !== 0,
  };
}
