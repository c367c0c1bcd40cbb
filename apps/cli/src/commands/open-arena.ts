import { join } from 'node:path';
import { understudyHome } from '@understudy/hub';
import { openArenaStore, type ArenaStore } from '@understudy/store';

/** The arena where the option says, else where the environment says, else in Understudy's home folder. */
export function openArena(database: string | undefined, environment: NodeJS.ProcessEnv): Promise<ArenaStore> {
  const place = database ?? environment['UNDERSTUDY_DATABASE_URL'];
  if (place === undefined) return openArenaStore({ path: join(understudyHome(environment), 'understudy.db') });
  return /^postgres(ql)?:\/\//.test(place) ? openArenaStore({ url: place }) : openArenaStore({ path: place });
}
