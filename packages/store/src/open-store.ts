import { type DatabasePlace, openDatabase } from './open-database.js';
import type { Store } from './store.js';

/** Where a store is. */
export type OpenStoreOptions = DatabasePlace & {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told before an older database is brought to the present version: about a minute for a million samples. */
  readonly onUpgrade?: (() => void) | undefined;
  /** Ends that with its reason; the database is left as it was. */
  readonly signal?: AbortSignal | undefined;
};

/** Opens the store, brings an older database to the present version, and loads the native library on first use. */
export async function openStore({ now = Date.now, onUpgrade, signal, ...place }: OpenStoreOptions): Promise<Store> {
  const { SqlStore } = await import('./sql/sql-store.js');
  return new SqlStore(await openDatabase(place, { durability: 'process', onUpgrade, signal }), now);
}
