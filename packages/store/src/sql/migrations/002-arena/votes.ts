import { type Kysely, sql } from 'kysely';

/** Assignments, votes and what happened to them, the turns of free conversations. */
export async function createVoteTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assignments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('study_id', 'text', (column) => column.notNull().references('studies.id'))
    .addColumn('item_number', 'integer')
    .addColumn('annotator_id', 'text', (column) => column.notNull().references('annotators.id'))
    .addColumn('question_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('first_version_id', 'text', (column) => column.notNull().references('model_versions.id'))
    .addColumn('second_version_id', 'text', (column) => column.notNull().references('model_versions.id'))
    .addColumn('swapped', 'integer', (column) => column.notNull())
    .addColumn('sample_probability', 'double precision', (column) => column.notNull())
    .addColumn('identity_leak', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer')
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('assignments_of_item', ['study_id', 'item_number'], 'study_items', ['study_id', 'number'])
    .execute();
  await db.schema
    .createIndex('assignments_by_annotator')
    .on('assignments')
    .columns(['annotator_id', 'study_id', 'state', 'item_number'])
    .execute();
  // An annotator has one say on an item, whatever two requests at once may think.
  await sql`create unique index assignments_once on assignments (study_id, item_number, annotator_id)
    where item_number is not null and state in ('open', 'counted')`.execute(db);
  await sql`create index assignments_open on assignments (study_id, expires_at, item_number)
    where state = 'open'`.execute(db);

  await db.schema
    .createTable('votes')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('assignment_id', 'text', (column) => column.notNull().unique().references('assignments.id'))
    // The assignment's, so that the votes of one study are read without a look at the others.
    .addColumn('study_id', 'text', (column) => column.notNull().references('studies.id'))
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('dwell_ms', 'double precision')
    .addColumn('ui_version', 'text')
    .addColumn('cast_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('votes_by_study').on('votes').columns(['study_id', 'seq']).execute();

  await db.schema
    .createTable('vote_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('vote_id', 'text', (column) => column.notNull().references('votes.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('rule', 'text')
    .addColumn('reason', 'text')
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('vote_events_by_number', ['vote_id', 'number'])
    .execute();

  await db.schema
    .createTable('conversation_turns')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignments.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('first', 'text', (column) => column.notNull())
    .addColumn('second', 'text', (column) => column.notNull())
    .addColumn('identity_leak', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_turns_by_number', ['assignment_id', 'number'])
    .execute();
}
