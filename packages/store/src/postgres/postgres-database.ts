import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, type PostgresPool, type Transaction } from 'kysely';
import type { OpenDatabaseOptions } from '../open-database-options.js';
import { migrate } from '../sql/migrate.js';
import type { OpenedDatabase } from '../sql/opened-database.js';
import type { Tables } from '../sql/tables.js';
import { UnderstudyPostgresDialect } from './postgres-dialect.js';
import { isBrokenOff, postgresFailure } from './postgres-failure.js';
import { keepsText } from './storable.js';
import { refusePostgresChanges } from './refuse-changes.js';

/** Times that a transaction is run again; each waits a little longer, so that those in each other's way part. */
const RETRIES = 5;
const RETRY_MS = 10;

/** Brings the database behind a pool of connections to the present version. The pool ends with the database. */
export async function openPostgresDatabase(
  pool: PostgresPool,
  location: string,
  { onUpgrade, signal }: Pick<OpenDatabaseOptions, 'onUpgrade' | 'signal'> = {},
): Promise<OpenedDatabase> {
  const db = new Kysely<Tables>({ dialect: new UnderstudyPostgresDialect({ pool }) });
  const translateError = (error: unknown): unknown => postgresFailure(error, location);
  try {
    await migrate(db, { location, refuseChanges: refusePostgresChanges, onUpgrade, signal });
  } catch (error) {
    await db.destroy();
    throw translateError(error);
  }
  return { db, location, keepsText, translateError, transact: (work) => transact(db, work) };
}

async function transact<T>(db: Kysely<Tables>, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt > RETRIES || !isBrokenOff(error)) throw error;
      await sleep(RETRY_MS * attempt * (0.5 + Math.random()));
    }
  }
}
