import type { ArenaStore } from './arena/arena-store.js';
import { openDatabase } from './open-database.js';
import type { OpenStoreOptions } from './open-store.js';

/**
 * Opens the arena, in the same database as the runs or in another, and brings an older one to the present version. A vote is a person's
 * work and cannot be computed again: once it is acknowledged it outlives a power failure too.
 */
export async function openArenaStore({
  now = Date.now,
  onUpgrade,
  signal,
  ...place
}: OpenStoreOptions): Promise<ArenaStore> {
  const { SqlArenaStore } = await import('./sql/arena/sql-arena-store.js');
  return new SqlArenaStore(await openDatabase(place, { durability: 'power', onUpgrade, signal }), now);
}
