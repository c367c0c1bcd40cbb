import { openStore, type Store } from '@understudy/store';
import { homeDatabase } from './home-database.js';

/** The runs, in the database of this environment. */
export function openHomeStore(environment: NodeJS.ProcessEnv): Promise<Store> {
  return openStore(homeDatabase(environment));
}
