import type { Kysely, Transaction } from 'kysely';
import { takeNumbers } from '../arena/sequence.js';
import type { Tables } from '../tables.js';

/** Notes that the results of a run may be others from now on: it began, went on or ended, or a result was kept. */
export async function touchVersion(transaction: Transaction<Tables>, runId: string): Promise<void> {
  const version = await takeNumbers(transaction, 'result');
  await transaction
    .insertInto('run_versions')
    .values({ run_id: runId, version })
    .onConflict((conflict) => conflict.column('run_id').doUpdateSet({ version }))
    .execute();
}

/** The version of each run. */
export async function selectVersions(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('run_versions').select(['run_id', 'version']).execute();
  return new Map(rows.map((row) => [row.run_id, row.version]));
}

/** A number that grows with each change of any run's results, and when a run is removed. */
export async function lastVersion(db: Kysely<Tables>): Promise<number> {
  const { value } = await db
    .selectFrom('sequences')
    .select('value')
    .where('name', '=', 'result')
    .executeTakeFirstOrThrow();
  return value;
}
