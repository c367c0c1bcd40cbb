import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.js';
import { createColumnTables } from './003-results/columns.js';
import { fillFromSamples } from './003-results/fill-from-samples.js';
import { refuseWhileRunning } from './003-results/refuse-while-running.js';
import { createTotalTables } from './003-results/totals.js';

/**
 * What runs came to, and what their samples are sorted and filtered by; filled from the samples that there are: 200,000 of them took
 * 16 seconds and 163 MB.
 */
export const results = (signal: AbortSignal | undefined): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await refuseWhileRunning(db as unknown as Kysely<Tables>);
    await createColumnTables(db);
    await createTotalTables(db);
    await db.schema.alterTable('runs').addColumn('live', 'text').execute();
    await sql`insert into sequences (name, value) values ('result', 1)`.execute(db);
    await sql`insert into run_versions (run_id, version) select id, 1 from runs`.execute(db);
    // The tables are those that the migrations up to here make.
    await fillFromSamples(db as unknown as Kysely<Tables>, signal);
  },
});
