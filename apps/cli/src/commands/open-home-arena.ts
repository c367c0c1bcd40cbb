import { type ArenaStore, openArenaStore } from '@understudy/store';
import { homeDatabase } from './home-database.js';
import { type UpgradeContext, tellUpgrade } from './tell-upgrade.js';

/** The arena, in the same database as the runs unless `chosen` (a path or an address) says otherwise. */
export function openHomeArena(context: UpgradeContext, chosen?: string): Promise<ArenaStore> {
  const place = homeDatabase(context.environment, chosen);
  return openArenaStore({ ...place, onUpgrade: tellUpgrade(context), signal: context.signal });
}
