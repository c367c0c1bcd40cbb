import type { Kysely } from 'kysely';

/** Models, questions and answers. */
export async function createTextTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('licence', 'text')
    .addColumn('open_weights', 'integer')
    .addColumn('spec', 'text')
    .addColumn('identity', 'text')
    .addColumn('quantisation', 'text')
    .addColumn('system', 'text')
    .addColumn('decoding', 'text')
    .addColumn('price_in', 'double precision')
    .addColumn('price_out', 'double precision')
    .addColumn('retired_at', 'bigint')
    .execute();

  await db.schema
    .createTable('question_sets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('licence', 'text')
    .execute();

  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('set_id', 'text', (column) => column.notNull().references('question_sets.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('aspect', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('turns', 'text', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('reference_checked', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('questions_by_set').on('questions').columns(['set_id', 'position']).execute();

  await db.schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('question_id', 'text', (column) => column.notNull().references('questions.id'))
    .addColumn('version_id', 'text', (column) => column.notNull().references('model_versions.id'))
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('turns', 'text', (column) => column.notNull())
    .addColumn('tokens', 'integer')
    .addColumn('finish_reason', 'text')
    .addColumn('latency_ms', 'double precision')
    .addColumn('cost', 'double precision')
    .addColumn('identity_leak', 'integer', (column) => column.notNull())
    .addUniqueConstraint('answers_by_question', ['question_id', 'version_id', 'sample'])
    .execute();
}
