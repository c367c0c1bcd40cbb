import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { UserError } from '@understudy/core';
import type { ArenaStore } from '../../arena/arena-store.js';
import type { Answer } from '../../arena/question.js';
import { inChunks } from '../in-chunks.js';
import { fromJson, toJson } from '../json.js';
import type { Tables } from '../tables.js';
import { requireModels } from './model-table.js';
import { unknownReference } from './arena-errors.js';
import type { AnswersTable } from './arena-tables.js';

const ROWS_PER_INSERT = 200;
/** A few MB at most for usual answers. */
const ROWS_PER_PAGE = 500;

/** Adds answers; see `ArenaStore.putAnswers`. */
export async function putAnswers(transaction: Transaction<Tables>, answers: readonly Answer[]): Promise<void> {
  await requireModels(
    transaction,
    answers.map((answer) => answer.versionId),
  );
  for (const chunk of inChunks(answers, ROWS_PER_INSERT)) {
    await requireQuestions(transaction, chunk);
    const rows = chunk.map(answerToRow);
    const inserted = await transaction
      .insertInto('answers')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length === chunk.length) continue;
    const ids = new Set(inserted.map((row) => row.id));
    for (const row of rows) if (!ids.has(row.id)) await requireSame(transaction, row);
  }
}

/** By question, version and sample. */
export async function* selectAnswers(
  db: Kysely<Tables>,
  { setId, questionId, versionId }: Parameters<ArenaStore['answers']>[0],
): AsyncGenerator<Answer, void, undefined> {
  for (let last: Selectable<AnswersTable> | undefined; ;) {
    let query = db
      .selectFrom('answers')
      .selectAll('answers')
      .orderBy('answers.question_id')
      .orderBy('answers.version_id')
      .orderBy('answers.sample')
      .limit(ROWS_PER_PAGE);
    if (setId !== undefined) {
      query = query.innerJoin('questions', 'questions.id', 'answers.question_id').where('questions.set_id', '=', setId);
    }
    if (questionId !== undefined) query = query.where('answers.question_id', '=', questionId);
    if (versionId !== undefined) query = query.where('answers.version_id', '=', versionId);
    if (last !== undefined) {
      const key = sql`(${last.question_id}, ${last.version_id}, ${last.sample})`;
      query = query.where(sql<boolean>`(answers.question_id, answers.version_id, answers.sample) > ${key}`);
    }
    const rows = await query.execute();
    for (const row of rows) yield rowToAnswer(row);
    last = rows.at(-1);
    if (last === undefined) return;
  }
}

/** One answer; undefined when there is none. */
export async function selectAnswer(db: Kysely<Tables>, id: string): Promise<Answer | undefined> {
  const row = await db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rowToAnswer(row);
}

async function requireQuestions(transaction: Transaction<Tables>, answers: readonly Answer[]): Promise<void> {
  const missing = new Set(answers.map((answer) => answer.questionId));
  const rows = await transaction
    .selectFrom('questions')
    .select('id')
    .where('id', 'in', [...missing])
    .execute();
  for (const { id } of rows) missing.delete(id);
  for (const id of missing) throw unknownReference('question', id);
}

/** Throws `UserError` (`answer-exists`) unless what is stored in the place of an answer says the same. */
async function requireSame(transaction: Transaction<Tables>, row: Insertable<AnswersTable>): Promise<void> {
  const stored = await transaction
    .selectFrom('answers')
    .select('turns')
    .where('question_id', '=', row.question_id)
    .where('version_id', '=', row.version_id)
    .where('sample', '=', row.sample)
    .executeTakeFirst();
  if (stored?.turns === row.turns) return;
  throw new UserError({
    code: 'answer-exists',
    message: `The model ${row.version_id} has already given another answer to the question ${row.question_id} (sample ${row.sample}).`,
    hint: 'An answer never changes. Store the new one as another sample, or under another model version.',
    values: { answerId: row.id, questionId: row.question_id, versionId: row.version_id, sample: row.sample },
  });
}

function answerToRow(answer: Answer): Insertable<AnswersTable> {
  return {
    id: answer.id,
    question_id: answer.questionId,
    version_id: answer.versionId,
    sample: answer.sample,
    turns: toJson(answer.turns),
    tokens: answer.tokens,
    finish_reason: answer.finishReason,
    latency_ms: answer.latencyMs,
    cost: answer.cost,
    identity_leak: Number(answer.identityLeak),
  };
}

function rowToAnswer(row: Selectable<AnswersTable>): Answer {
  return {
    id: row.id,
    questionId: row.question_id,
    versionId: row.version_id,
    sample: row.sample,
    turns: fromJson(row.turns) as readonly string[],
    tokens: row.tokens,
    finishReason: row.finish_reason,
    latencyMs: row.latency_ms,
    cost: row.cost,
    identityLeak: row.identity_leak !== 0,
  };
}
