import { readdir } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the cards that come with Understudy. */
export const CARDS_FOLDER = fileURLToPath(new URL('../../cards', import.meta.url));

/** Where a card is read from. */
export interface CardFiles {
  readonly id: string;
  /** Name of the folder. */
  readonly family: string;
  readonly path: string;
  /** What the cards of the family share, where they share anything. */
  readonly familyPath: string | undefined;
}

/** Finds all cards by their names alone, sorted by id: `<family>/<id>.yaml`, beside `<family>/family.yaml`. */
export async function listCardFiles(folder: string): Promise<readonly CardFiles[]> {
  const names = await readdir(folder, { recursive: true });
  const files = new Set(
    names.map((name) => name.split(sep).join('/')).filter((name) => /^[^/]+\/[^/]+\.yaml$/.test(name)),
  );
  return [...files]
    .filter((name) => basename(name) !== 'family.yaml')
    .map((name) => {
      const family = dirname(name);
      const shared = `${family}/family.yaml`;
      return {
        id: basename(name, '.yaml'),
        family,
        path: join(folder, name),
        familyPath: files.has(shared) ? join(folder, shared) : undefined,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
