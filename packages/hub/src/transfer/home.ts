import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where models, data sets and the database live: `UNDERSTUDY_HOME`, else `~/.understudy`. */
export function understudyHome(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['UNDERSTUDY_HOME'];
  return chosen ? resolve(chosen) : join(homedir(), '.understudy');
}
