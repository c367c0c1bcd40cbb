import { type Kysely, type Migration, sql } from 'kysely';
import type { RefuseChanges } from '../refuse-changes.js';
import { createAccessTables } from './002-arena/access.js';
import { createJudgeTables } from './002-arena/judges.js';
import { createStudyTables } from './002-arena/studies.js';
import { createTextTables } from './002-arena/texts.js';
import { createVoteTables } from './002-arena/votes.js';

/** The arena: models, questions, answers, studies, assignments, votes, judges, snapshots, keys, the audit log. */
export const arena = (refuseChanges: RefuseChanges): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await createTextTables(db);
    await createStudyTables(db);
    await createVoteTables(db);
    await createJudgeTables(db);
    await createAccessTables(db);
    await db.schema
      .createTable('sequences')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();
    await sql`insert into sequences (name, value) values ('vote', 0), ('audit', 0)`.execute(db);
    for (const table of WRITTEN_ONCE) await refuseChanges(db, table);
  },
});

const WRITTEN_ONCE = ['study_items', 'votes', 'vote_events', 'judges', 'snapshots', 'audit_entries'];
