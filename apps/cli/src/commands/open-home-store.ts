import { join } from 'node:path';
import { understudyHome } from '@understudy/hub';
import { openStore, type Store } from '@understudy/store';

/** The database in Understudy's home folder. */
export function openHomeStore(environment: NodeJS.ProcessEnv): Promise<Store> {
  return openStore({ path: join(understudyHome(environment), 'understudy.db') });
}
