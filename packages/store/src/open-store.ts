import { type DatabasePlace, openDatabase } from './open-database.js';
import type { Store } from './store.js';

/** Where a store is. */
export type OpenStoreOptions = DatabasePlace & {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** Opens the store, brings an older database to the present version, and loads the native library on first use. */
export async function openStore({ now = Date.now, ...place }: OpenStoreOptions): Promise<Store> {
  const { SqlStore } = await import('./sql/sql-store.js');
  return new SqlStore(await openDatabase(place, 'process'), now);
}
