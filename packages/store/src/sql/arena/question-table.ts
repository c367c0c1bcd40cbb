import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { Question, QuestionSet } from '../../arena/question.js';
import { inChunks } from '../in-chunks.js';
import { fromJson, toJson } from '../json.js';
import type { Tables } from '../tables.js';
import type { QuestionsTable } from './arena-tables.js';

const ROWS_PER_INSERT = 500;
const IDS_PER_STATEMENT = 1_000;

/** Adds or replaces a set; see `ArenaStore.putQuestionSet`. */
export async function putQuestionSet(
  transaction: Transaction<Tables>,
  set: QuestionSet,
  questions: readonly Question[],
): Promise<void> {
  // First of all, so that of two that put the same new set the second waits here, and then sees what the first has put.
  const isNew = await insertSet(transaction, set);
  const rows = questions.map((question, position) => questionToRow(question, set.id, position));
  if (isNew) return insertQuestions(transaction, rows);
  const before = await transaction
    .selectFrom('question_sets')
    .selectAll()
    .where('id', '=', set.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const stored = await transaction
    .selectFrom('questions')
    .selectAll()
    .where('set_id', '=', set.id)
    .orderBy('position')
    .execute();
  const isSame =
    toJson([before.title, before.source, before.licence, stored.map(content)]) ===
    toJson([set.title, set.source, set.licence, rows.map(content)]);
  if (isSame) return;
  await refuseFrozen(transaction, set.id);
  const texts = new Map(rows.map((row) => [row.id, row.turns]));
  const asksElse = stored.filter((row) => texts.get(row.id) !== row.turns).map((row) => row.id);
  await refuseAnswered(transaction, set.id, asksElse);
  await deleteQuestions(
    transaction,
    stored.filter((row) => !texts.has(row.id)).map((row) => row.id),
  );
  await transaction
    .updateTable('question_sets')
    .set({ title: set.title, source: set.source, licence: set.licence })
    .where('id', '=', set.id)
    .execute();
  await insertQuestions(transaction, rows);
}

/** With the number of questions, by id. */
export async function listQuestionSets(
  db: Kysely<Tables>,
): Promise<readonly (QuestionSet & { readonly questions: number })[]> {
  const rows = await db
    .selectFrom('question_sets')
    .leftJoin('questions', 'questions.set_id', 'question_sets.id')
    .groupBy(['question_sets.id', 'title', 'source', 'licence'])
    .orderBy('question_sets.id')
    .select((eb) => [
      'question_sets.id',
      'title',
      'source',
      'licence',
      eb.fn.count<number | string>('questions.id').as('count'),
    ])
    .execute();
  return rows.map(({ count, ...set }) => ({ ...set, questions: Number(count) }));
}

/** The questions of a set in its order. */
export async function selectQuestions(db: Kysely<Tables>, setId: string): Promise<readonly Question[]> {
  const rows = await db.selectFrom('questions').selectAll().where('set_id', '=', setId).orderBy('position').execute();
  return rows.map(rowToQuestion);
}

/** One question; undefined when there is none. */
export async function selectQuestion(db: Kysely<Tables>, id: string): Promise<Question | undefined> {
  const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rowToQuestion(row);
}

async function insertSet(transaction: Transaction<Tables>, set: QuestionSet): Promise<boolean> {
  const row = { id: set.id, title: set.title, source: set.source, licence: set.licence };
  const inserted = await transaction
    .insertInto('question_sets')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function insertQuestions(
  transaction: Transaction<Tables>,
  rows: readonly Insertable<QuestionsTable>[],
): Promise<void> {
  for (const chunk of inChunks(rows, ROWS_PER_INSERT)) {
    const put = await transaction
      .insertInto('questions')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) => Object.fromEntries(CONTENT.map((column) => [column, eb.ref(`excluded.${column}`)])))
          .whereRef('questions.set_id', '=', 'excluded.set_id'),
      )
      .returning('id')
      .execute();
    if (put.length === chunk.length) continue;
    const ids = new Set(put.map((row) => row.id));
    const [taken = ''] = chunk.map((row) => row.id).filter((id) => !ids.has(id));
    throw new UserError({
      code: 'question-exists',
      message: `Another question set has a question ${taken}.`,
      hint: 'Write the set before the id of a question: SET/ID.',
      values: { questionId: taken },
    });
  }
}

async function deleteQuestions(transaction: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids, IDS_PER_STATEMENT)) {
    await transaction.deleteFrom('questions').where('id', 'in', chunk).execute();
  }
}

async function refuseFrozen(transaction: Transaction<Tables>, setId: string): Promise<void> {
  const study = await transaction
    .selectFrom('studies')
    .select('id')
    .where('question_set_id', '=', setId)
    .where('opened_at', 'is not', null)
    .executeTakeFirst();
  if (study === undefined) return;
  throw new UserError({
    code: 'question-set-frozen',
    message: `The question set ${setId} cannot be changed: the study ${study.id} over it has opened.`,
    hint: 'Give the changed questions another set id.',
    values: { setId, studyId: study.id },
  });
}

/** A question that asks something else would leave answers to what it asked before. */
async function refuseAnswered(transaction: Transaction<Tables>, setId: string, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids, IDS_PER_STATEMENT)) {
    const answer = await transaction
      .selectFrom('answers')
      .select('question_id')
      .where('question_id', 'in', chunk)
      .executeTakeFirst();
    if (answer === undefined) continue;
    throw new UserError({
      code: 'question-answered',
      message: `The question ${answer.question_id} cannot be changed or removed: it has been answered as it was.`,
      hint: 'Give the changed questions another set id.',
      values: { setId, questionId: answer.question_id },
    });
  }
}

const CONTENT = [
  'position',
  'aspect',
  'language',
  'turns',
  'reference',
  'reference_checked',
] as const satisfies readonly (keyof QuestionsTable)[];

function content(row: Insertable<QuestionsTable>): readonly unknown[] {
  return [row.id, ...CONTENT.map((column) => row[column])];
}

function questionToRow(question: Question, setId: string, position: number): Insertable<QuestionsTable> {
  return {
    id: question.id,
    set_id: setId,
    position,
    aspect: question.aspect,
    language: question.language,
    turns: toJson(question.turns),
    reference: question.reference && toJson(question.reference),
    reference_checked: Number(question.referenceChecked),
  };
}

function rowToQuestion(row: Selectable<QuestionsTable>): Question {
  return {
    id: row.id,
    setId: row.set_id,
    aspect: row.aspect,
    language: row.language,
    turns: fromJson(row.turns) as readonly string[],
    reference: row.reference === null ? null : (fromJson(row.reference) as readonly string[]),
    referenceChecked: row.reference_checked !== 0,
  };
}
