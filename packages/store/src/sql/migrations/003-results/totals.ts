import { type Kysely, sql } from 'kysely';

/** Counts and results of tasks, and the versions of runs' results. */
export async function createTotalTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('task_totals')
    .addColumn('run_task_id', 'integer', (column) => column.primaryKey().references('run_tasks.id').onDelete('cascade'))
    .addColumn('config_hash', 'text', (column) => column.notNull())
    .addColumn('stored', 'integer', (column) => column.notNull())
    .addColumn('failed', 'integer', (column) => column.notNull())
    .addColumn('result_scored', 'integer')
    .addColumn('result_failed', 'integer')
    .addColumn('result', 'text')
    .execute();

  await db.schema
    .createTable('run_versions')
    .addColumn('run_id', 'text', (column) => column.primaryKey().references('runs.id').onDelete('cascade'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute();

  // The rows of runs and tasks are wide: their settings and configurations are read past without these.
  await sql`create index runs_running on runs (id) where status = 'running'`.execute(db);
  await db.schema
    .createIndex('run_tasks_heads')
    .on('run_tasks')
    .columns(['run_id', 'id', 'task', 'version', 'num_fewshot', 'documents_total', 'documents_expected'])
    .execute();
}
