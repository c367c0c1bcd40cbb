import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Public votes with published results; not part of the repository. */
const ARENA_DATA = fileURLToPath(new URL('../../../../../shared/arena-data', import.meta.url));

/** Whether the arena's test data stand beside the repository; tests that need them are skipped otherwise. */
export const hasArenaData = existsSync(`${ARENA_DATA}/expected.json`);

/** The text of one of its files. */
export function readArenaFile(path: string): string {
  return readFileSync(`${ARENA_DATA}/${path}`, 'utf8');
}

/** The objects of a JSONL file, all values as text. */
export function readArenaJsonl(path: string): readonly Readonly<Record<string, string>>[] {
  return readArenaFile(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<string, unknown>;
      return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
    });
}

/** The rows of a CSV file without quotes, by the names of its first line. */
export function readArenaCsv(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readArenaFile(path).trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}
