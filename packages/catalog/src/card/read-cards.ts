import { DataError } from '@understudy/core';
import { z } from 'zod';
import { CARDS_FOLDER, listCardFiles, type CardFiles } from './card-files.js';
import { readYaml } from '../files/read-yaml.js';
import { ModelCardSchema, type ModelCard } from './card.js';

/** Ids of all cards, sorted. */
export async function listCardIds(folder: string = CARDS_FOLDER): Promise<readonly string[]> {
  return (await listCardFiles(folder)).map(({ id }) => id);
}

/** Reads one card and its family's file; undefined when there is none. Throws `DataError` `model-card` for a card that breaks the schema. */
export async function readCard(id: string, folder: string = CARDS_FOLDER): Promise<ModelCard | undefined> {
  const files = (await listCardFiles(folder)).find((candidate) => candidate.id === id);
  if (files === undefined) return undefined;
  const shared = files.familyPath === undefined ? {} : await readMapping(files.familyPath);
  return toCard(files, shared);
}

/** Reads all cards, sorted by id. Throws as `readCard`. */
export async function readCards(folder: string = CARDS_FOLDER): Promise<readonly ModelCard[]> {
  const families = new Map<string, Promise<object>>();
  const shared = ({ familyPath: path }: CardFiles): Promise<object> => {
    if (path === undefined) return Promise.resolve({});
    const reading = families.get(path) ?? readMapping(path);
    families.set(path, reading);
    return reading;
  };
  const files = await listCardFiles(folder);
  return Promise.all(files.map(async (file) => toCard(file, await shared(file))));
}

/** A block of the card replaces the family's block of that name as a whole. */
async function toCard(files: CardFiles, shared: object): Promise<ModelCard> {
  const parsed = ModelCardSchema.safeParse({ ...shared, ...(await readMapping(files.path)) });
  if (!parsed.success) throw cardError(files.path, z.prettifyError(parsed.error));
  const { id, family } = parsed.data;
  if (id !== files.id) throw cardError(files.path, `its id is ${id}`);
  if (family !== files.family) throw cardError(files.path, `its family is ${family}`);
  return parsed.data;
}

async function readMapping(path: string): Promise<object> {
  const value = await readYaml(path, cardError);
  if (typeof value !== 'object' || value === null) throw cardError(path, 'it is not a mapping');
  return value;
}

function cardError(path: string, problem: string): DataError {
  return new DataError({
    code: 'model-card',
    message: `The model card ${path} can't be used: ${problem}`,
    hint: 'Mend the file; `packages/catalog/src/card/card.ts` describes its fields.',
    values: { path },
  });
}
