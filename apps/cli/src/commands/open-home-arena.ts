import { type ArenaStore, openArenaStore } from '@understudy/store';
import { homeDatabase } from './home-database.js';

/** The arena, in the same database as the runs unless `chosen` (a path or an address) says otherwise. */
export function openHomeArena(environment: NodeJS.ProcessEnv, chosen?: string): Promise<ArenaStore> {
  return openArenaStore(homeDatabase(environment, chosen));
}
