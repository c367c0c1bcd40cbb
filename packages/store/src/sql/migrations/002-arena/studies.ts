import { type Kysely, sql } from 'kysely';

/** Studies, their plans, annotators. */
export async function createStudyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('studies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('question_set_id', 'text', (column) => column.references('question_sets.id'))
    .addColumn('version_ids', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('instructions', 'text', (column) => column.notNull())
    .addColumn('completion_code', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('opened_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .execute();
  await db.schema.createIndex('studies_by_set').on('studies').column('question_set_id').execute();

  await db.schema
    .createTable('study_items')
    .addColumn('study_id', 'text', (column) => column.notNull().references('studies.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull().references('questions.id'))
    .addColumn('first_answer_id', 'text', (column) => column.notNull().references('answers.id'))
    .addColumn('second_answer_id', 'text', (column) => column.notNull().references('answers.id'))
    .addColumn('first_version_id', 'text', (column) => column.notNull().references('model_versions.id'))
    .addColumn('second_version_id', 'text', (column) => column.notNull().references('model_versions.id'))
    .addColumn('identity_leak', 'integer', (column) => column.notNull())
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('expected', 'text')
    .addColumn('explanation', 'text')
    .addPrimaryKeyConstraint('study_items_by_number', ['study_id', 'number'])
    .execute();

  // Apart from the items, which never change, and so small that a plan of thousands is read in a millisecond.
  await db.schema
    .createTable('item_progress')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('votes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_progress_by_number', ['study_id', 'number'])
    .addForeignKeyConstraint('item_progress_of_item', ['study_id', 'number'], 'study_items', ['study_id', 'number'])
    .modifyEnd(sql`without rowid`)
    .execute();

  await db.schema
    .createTable('annotators')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('pseudonym', 'text', (column) => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('consent_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}
