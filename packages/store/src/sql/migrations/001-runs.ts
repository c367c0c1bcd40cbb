import { type Kysely, type Migration, sql } from 'kysely';

/** Runs, their tasks and samples, and the cache of responses. */
export const runs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('runs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('identity', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('engine', 'text', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('selection', 'text', (column) => column.notNull())
      .addColumn('seed', 'bigint', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('sessions', 'text', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('owner_host', 'text')
      .addColumn('owner_pid', 'integer')
      .addColumn('heartbeat_at', 'bigint')
      .execute();
    await db.schema.createIndex('runs_by_fingerprint').on('runs').columns(['fingerprint', 'created_at']).execute();
    await db.schema.createIndex('runs_by_time').on('runs').column('created_at').execute();

    await db.schema
      .createTable('run_tasks')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('task', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('num_fewshot', 'integer', (column) => column.notNull())
      .addColumn('documents_total', 'integer', (column) => column.notNull())
      .addColumn('documents_expected', 'integer', (column) => column.notNull())
      .addColumn('higher_is_better', 'text', (column) => column.notNull())
      .addColumn('config', 'text', (column) => column.notNull())
      .addUniqueConstraint('run_tasks_by_name', ['run_id', 'task'])
      .execute();

    await db.schema
      .createTable('samples')
      .addColumn('run_task_id', 'integer', (column) => column.notNull().references('run_tasks.id').onDelete('cascade'))
      .addColumn('doc_id', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('truncated_prompts', 'integer', (column) => column.notNull())
      .addColumn('truncated_answers', 'integer', (column) => column.notNull())
      .addColumn('no_answers', 'integer', (column) => column.notNull())
      .addColumn('ties', 'integer', (column) => column.notNull())
      .addColumn('cached_responses', 'integer', (column) => column.notNull())
      .addColumn('outcomes', 'text', (column) => column.notNull())
      .addColumn('doc_hash', 'blob', (column) => column.notNull())
      .addColumn('prompt_hash', 'blob', (column) => column.notNull())
      .addColumn('target_hash', 'blob', (column) => column.notNull())
      .addColumn('texts', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('samples_by_document', ['run_task_id', 'doc_id'])
      .execute();

    await db.schema
      .createTable('responses')
      .addColumn('key', 'blob', (column) => column.primaryKey().notNull())
      .addColumn('log_probability', 'double precision')
      .addColumn('is_greedy', 'integer')
      .addColumn('text', 'text')
      .addColumn('finish_reason', 'text')
      .addColumn('prompt_tokens', 'integer', (column) => column.notNull())
      .addColumn('generated_tokens', 'integer')
      // The rows are small and found by key only: without a row id the key is stored once.
      .modifyEnd(sql`without rowid`)
      .execute();
  },
};
