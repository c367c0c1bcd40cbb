import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '@understudy/core';
import { checkpointError } from '../checkpoint-error.js';
import { readJson } from '../read-json.js';

type Paths = readonly [string, ...string[]];

/** The weights of a checkpoint that is not split. */
export const SINGLE_FILE = 'model.safetensors';
/** Which file of a split checkpoint has which tensor. */
export const INDEX_FILE = 'model.safetensors.index.json';

/** True for a folder that holds a transformers checkpoint: it has a `config.json`. */
export function isCheckpointFolder(path: string): boolean {
  return existsSync(join(path, 'config.json'));
}

/** True for the files of a checkpoint, false for those of a GGUF. */
export function areCheckpointFiles(paths: Paths): boolean {
  return paths[0].endsWith('.safetensors');
}

/** The files of weights that a checkpoint's index names, sorted; without an index `model.safetensors`. */
export function shardNames(index: unknown, path: string): Paths {
  const weightMap =
    typeof index === 'object' && index !== null ? (index as Record<string, unknown>)['weight_map'] : null;
  const values: readonly unknown[] =
    typeof weightMap === 'object' && weightMap !== null ? Object.values(weightMap) : [];
  const names = [...new Set(values)].filter((name) => typeof name === 'string').toSorted();
  const [first, ...rest] = names;
  // A name with a folder in it could lead out of the checkpoint.
  if (first === undefined || names.some((name) => basename(name) !== name || !name.endsWith('.safetensors'))) {
    throw checkpointError({ code: 'checkpoint-index', path, problem: 'its weight_map names no safetensors files.' });
  }
  return [first, ...rest];
}

/**
 * The files of weights in a checkpoint's folder. Throws `UserError` `checkpoint-weights-missing`, `DataError` `checkpoint-index`,
 * `checkpoint-json`.
 */
export function findShards(folder: string): Paths {
  const index = join(folder, INDEX_FILE);
  const [first, ...rest] = existsSync(index) ? shardNames(readJson(index), index) : ([SINGLE_FILE] as const);
  const paths: Paths = [join(folder, first), ...rest.map((name) => join(folder, name))];
  const missing = paths.filter((path) => !existsSync(path)).map((path) => basename(path));
  if (missing.length === 0) return paths;
  const others = readdirSync(folder).filter((name) => /\.(bin|pt|pth|h5|msgpack)$/.test(name));
  throw new UserError({
    code: 'checkpoint-weights-missing',
    message: `The checkpoint ${folder} lacks its weights: ${missing.join(', ')}.`,
    hint:
      others.length > 0
        ? `It has ${others.join(', ')}: save it again with save_pretrained(…, safe_serialization=True).`
        : 'Fetch the missing files, or save the checkpoint again.',
    values: { folder, missing },
  });
}
