import type { Kysely } from 'kysely';

/** Judges, what they said, and leaderboards as they were. */
export async function createJudgeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('judges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('spec', 'text', (column) => column.notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('prompt_hash', 'text', (column) => column.notNull())
    .addColumn('decoding', 'text', (column) => column.notNull())
    .addColumn('parser_version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('judgements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('judge_id', 'text', (column) => column.notNull().references('judges.id'))
    .addColumn('question_id', 'text', (column) => column.notNull().references('questions.id'))
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('first_answer_id', 'text', (column) => column.notNull().references('answers.id'))
    .addColumn('second_answer_id', 'text', (column) => column.notNull())
    .addColumn('run', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('score', 'double precision')
    .addColumn('raw', 'text', (column) => column.notNull())
    .addColumn('prompt_tokens', 'integer')
    .addColumn('generated_tokens', 'integer')
    .addColumn('cost', 'double precision')
    .addColumn('latency_ms', 'double precision')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('judgements_once', [
      'judge_id',
      'question_id',
      'turn',
      'first_answer_id',
      'second_answer_id',
      'run',
    ])
    .execute();
  // The latest is asked for with each result; what a judge wrote stands before the time in a row, and would be read with it.
  await db.schema.createIndex('judgements_by_time').on('judgements').column('at').execute();

  await db.schema
    .createTable('snapshots')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('filter', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('input_hash', 'text', (column) => column.notNull())
    .addColumn('votes', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // Last, because it is long: a list of snapshots is read without it.
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
}
