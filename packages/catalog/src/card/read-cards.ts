import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError } from '@understudy/core';
import { parse } from 'yaml';
import { z } from 'zod';
import { ModelCardSchema, type ModelCard } from './card.js';

/** Folder of the cards that come with Understudy. */
export const CARDS_FOLDER = fileURLToPath(new URL('../../cards', import.meta.url));

/** Ids of all cards, sorted. */
export async function listCardIds(folder: string = CARDS_FOLDER): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** Reads one card; undefined when there is none. Throws `DataError` `model-card` for a card that breaks the schema. */
export async function readCard(id: string, folder: string = CARDS_FOLDER): Promise<ModelCard | undefined> {
  if (!(await listCardIds(folder)).includes(id)) {
    return undefined;
  }
  const path = join(folder, `${id}.yaml`);
  const parsed = ModelCardSchema.safeParse(parse(await readFile(path, 'utf8')));
  const problem = parsed.success
    ? parsed.data.id === id
      ? undefined
      : `its id is ${parsed.data.id}`
    : z.prettifyError(parsed.error);
  if (!parsed.success || problem !== undefined) {
    throw new DataError({
      code: 'model-card',
      message: `The model card ${path} can't be used: ${problem ?? ''}`,
      hint: 'Mend the file; `packages/catalog/src/card/card.ts` describes its fields.',
      values: { path },
    });
  }
  return parsed.data;
}

/** Reads all cards, sorted by id. */
export async function readCards(folder: string = CARDS_FOLDER): Promise<readonly ModelCard[]> {
  const cards = await Promise.all((await listCardIds(folder)).map((id) => readCard(id, folder)));
  return cards.filter((card) => card !== undefined);
}
