import type { Store } from './store.js';

/** Where a store is. */
export interface OpenStoreOptions {
  /** Path of the SQLite file, made with its folder if absent; `:memory:` keeps it in memory. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Opens the store, brings an older database to the present version, and loads the native library on first use. */
export async function openStore({ path, now = Date.now }: OpenStoreOptions): Promise<Store> {
  const [{ openSqlite }, { sqliteFailure }, { migrate }, { SqlStore }] = await Promise.all([
    import('./sqlite/open-sqlite.js'),
    import('./sqlite/sqlite-failure.js'),
    import('./sql/migrate.js'),
    import('./sql/sql-store.js'),
  ]);
  const translateError = (error: unknown): unknown => sqliteFailure(error, path);
  try {
    const db = await openSqlite(path);
    try {
      await migrate(db, path);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return new SqlStore({ db, location: path, now, translateError });
  } catch (error) {
    throw translateError(error);
  }
}
