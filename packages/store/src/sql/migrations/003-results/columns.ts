import type { Kysely } from 'kysely';

/** The columns of samples, chunk by chunk. */
export async function createColumnTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sample_columns')
    .addColumn('run_task_id', 'integer', (column) => column.notNull().references('run_tasks.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sample_columns_by_number', ['run_task_id', 'number'])
    .execute();

  await db.schema
    .createTable('sample_chunks')
    .addColumn('run_task_id', 'integer', (column) => column.notNull().references('run_tasks.id').onDelete('cascade'))
    .addColumn('chunk', 'integer', (column) => column.notNull())
    .addColumn('column_number', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('least', 'double precision')
    .addColumn('largest', 'double precision')
    .addColumn('is_binary', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text')
    .addColumn('data', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('sample_chunks_by_place', ['run_task_id', 'chunk', 'column_number'])
    .execute();
}
