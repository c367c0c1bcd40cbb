import type { OpenDatabaseOptions } from './open-database-options.js';
import type { OpenedDatabase } from './sql/opened-database.js';

/** Where a database is. */
export type DatabasePlace =
  | {
      /** Path of the SQLite file, made with its folder if absent; `:memory:` keeps it in memory. */
      readonly path: string;
    }
  | {
      /** Address of a PostgreSQL database: `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. */
      readonly url: string;
    };

/** Opens a database, brings it to the present version, and loads what talks to it on first use. */
export async function openDatabase(place: DatabasePlace, options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if ('url' in place) {
    const [{ postgresAddress }, { postgresPool }, { openPostgresDatabase }] = await Promise.all([
      import('./postgres/postgres-address.js'),
      import('./postgres/postgres-pool.js'),
      import('./postgres/postgres-database.js'),
    ]);
    // A PostgreSQL server writes each commit to its disk, unless it is told not to.
    const { url, location } = postgresAddress(place.url);
    return openPostgresDatabase(await postgresPool(url), location, options);
  }
  const { openSqliteDatabase } = await import('./sqlite/open-sqlite-database.js');
  return openSqliteDatabase(place.path, options);
}
