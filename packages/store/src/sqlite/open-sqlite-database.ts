import { migrate } from '../sql/migrate.js';
import type { OpenedDatabase } from '../sql/opened-database.js';
import type { OpenDatabaseOptions } from '../open-database-options.js';
import { openSqlite } from './open-sqlite.js';
import { refuseSqliteChanges } from './refuse-changes.js';
import { sqliteFailure } from './sqlite-failure.js';

/** Opens a SQLite file, made if absent, and brings it to the present version. */
export async function openSqliteDatabase(
  path: string,
  { durability, onUpgrade, signal }: OpenDatabaseOptions,
): Promise<OpenedDatabase> {
  const translateError = (error: unknown): unknown => sqliteFailure(error, path);
  try {
    const db = await openSqlite(path, durability);
    try {
      await migrate(db, { location: path, refuseChanges: refuseSqliteChanges, onUpgrade, signal });
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return {
      db,
      location: path,
      keepsText: () => true,
      translateError,
      transact: (work) => db.transaction().execute(work),
    };
  } catch (error) {
    throw translateError(error);
  }
}
