import { join } from 'node:path';
import { understudyHome } from '@understudy/hub';
import type { DatabasePlace } from '@understudy/store';

/**
 * The database of runs and arena: `chosen` (an option's value: a path, or the address of a PostgreSQL database), else
 * `UNDERSTUDY_DATABASE_URL`, else `understudy.db` in Understudy's home folder.
 */
export function homeDatabase(environment: NodeJS.ProcessEnv, chosen?: string): DatabasePlace {
  if (chosen !== undefined) return /^postgres(ql)?:/.test(chosen) ? { url: chosen } : { path: chosen };
  const url = environment['UNDERSTUDY_DATABASE_URL'];
  return url ? { url } : { path: join(understudyHome(environment), 'understudy.db') };
}
