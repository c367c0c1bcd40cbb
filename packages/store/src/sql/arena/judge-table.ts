import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { ArenaStore } from '../../arena/arena-store.js';
import type { Judge, Judgement, JudgeMode } from '../../arena/judgement.js';
import { inChunks } from '../in-chunks.js';
import type { Tables } from '../tables.js';
import type { JudgementsTable, JudgesTable } from './arena-tables.js';
import { judgementToRow, rowToJudgement } from './judgement-row.js';

const ROWS_PER_INSERT = 200;
const ROWS_PER_PAGE = 1_000;

/** Adds a judge; one that is there stays. */
export async function putJudge(db: Kysely<Tables>, judge: Judge): Promise<void> {
  const row = {
    id: judge.id,
    spec: judge.spec,
    identity: judge.identity,
    mode: judge.mode,
    prompt: judge.prompt,
    prompt_hash: judge.promptHash,
    decoding: judge.decoding,
    parser_version: judge.parserVersion,
    created_at: judge.createdAt,
  };
  await db
    .insertInto('judges')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** In the order they came. */
export async function listJudges(db: Kysely<Tables>): Promise<readonly Judge[]> {
  const rows = await db.selectFrom('judges').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(rowToJudge);
}

/** Adds judgements; one that is there stays, unless its state is `error`. */
export async function appendJudgements(db: Kysely<Tables>, judgements: readonly Judgement[]): Promise<void> {
  for (const chunk of inChunks(oneOfEach(judgements.map(judgementToRow)), ROWS_PER_INSERT)) {
    await db
      .insertInto('judgements')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict
          .columns([...KEY])
          .doUpdateSet((eb) => Object.fromEntries(SAID.map((column) => [column, eb.ref(`excluded.${column}`)])))
          .where('judgements.state', '=', 'error'),
      )
      .execute();
  }
}

/** By judge, question, turn, answers and run, a page at a time. */
export async function* selectJudgements(
  db: Kysely<Tables>,
  { judgeId, setId }: NonNullable<Parameters<ArenaStore['judgements']>[0]>,
): AsyncGenerator<Judgement, void, undefined> {
  const key = sql.join(KEY.map((column) => sql.ref(`judgements.${column}`)));
  for (let last: Selectable<Tables['judgements']> | undefined; ;) {
    let query = db.selectFrom('judgements').selectAll('judgements').limit(ROWS_PER_PAGE);
    for (const column of KEY) query = query.orderBy(`judgements.${column}`);
    if (judgeId !== undefined) query = query.where('judgements.judge_id', '=', judgeId);
    if (setId !== undefined) {
      query = query
        .innerJoin('questions', 'questions.id', 'judgements.question_id')
        .where('questions.set_id', '=', setId);
    }
    const values: readonly unknown[] | undefined = last && KEY.map((column) => last?.[column]);
    if (values !== undefined) query = query.where(sql<boolean>`(${key}) > (${sql.join(values)})`);
    const rows = await query.execute();
    for (const row of rows) yield rowToJudgement(row);
    last = rows.at(-1);
    if (last === undefined) return;
  }
}

const KEY = ['judge_id', 'question_id', 'turn', 'first_answer_id', 'second_answer_id', 'run'] as const;
const SAID = [
  'id',
  'state',
  'verdict',
  'score',
  'raw',
  'prompt_tokens',
  'generated_tokens',
  'cost',
  'latency_ms',
  'at',
] as const;

/** One row of each key, by the same rule as in the table: PostgreSQL refuses to change a row twice in a statement. */
function oneOfEach(rows: readonly Insertable<JudgementsTable>[]): readonly Insertable<JudgementsTable>[] {
  const kept = new Map<string, Insertable<JudgementsTable>>();
  for (const row of rows) {
    const key = JSON.stringify(KEY.map((column) => row[column]));
    if ((kept.get(key)?.state ?? 'error') === 'error') kept.set(key, row);
  }
  return [...kept.values()];
}

function rowToJudge(row: Selectable<JudgesTable>): Judge {
  return {
    id: row.id,
    spec: row.spec,
    identity: row.identity,
    // Only `putJudge` writes the column.
    mode: row.mode as JudgeMode,
    prompt: row.prompt,
    promptHash: row.prompt_hash,
    decoding: row.decoding,
    parserVersion: row.parser_version,
    createdAt: row.created_at,
  };
}
