import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ARENA_DATA = fileURLToPath(new URL('../../../../../shared/arena-data', import.meta.url));

/** Whether the votes with published results lie beside the repository; they are no part of it. */
export const hasArenaData = existsSync(`${ARENA_DATA}/expected.json`);

/** The path of one of the files. */
export function arenaPath(name: string): string {
  return `${ARENA_DATA}/${name}`;
}

/** What was published, and computed again by another program. */
export function readExpected(): unknown {
  return JSON.parse(readFileSync(arenaPath('expected.json'), 'utf8'));
}
