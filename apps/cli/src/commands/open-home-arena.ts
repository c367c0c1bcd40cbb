import { join } from 'node:path';
import { understudyHome } from '@understudy/hub';
import { openArenaStore, type ArenaStore } from '@understudy/store';

/** The arena in Understudy's home folder, in the same database as the runs. */
export function openHomeArena(environment: NodeJS.ProcessEnv): Promise<ArenaStore> {
  return openArenaStore({ path: join(understudyHome(environment), 'understudy.db') });
}
