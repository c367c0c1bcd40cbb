import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { areCheckpointFiles, INDEX_FILE, textFiles } from '@understudy/checkpoint';
import { UserError } from '@understudy/core';
import { openTransfer, withLock } from '@understudy/hub';
import { noFilesError } from '../spec/no-files.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { isInModels, localModels, type LocalModel } from './local-models.js';
import type { CatalogOptions } from './resolve-model.js';

/**
 * Removes the files of a fetched model and returns what was removed. Files outside of Understudy's folder are never touched. Throws
 * `UserError` `model-not-local`.
 */
export async function removeModel(spec: string, options: CatalogOptions = {}): Promise<LocalModel> {
  const transfer = openTransfer(options);
  const parsed = parseModelSpec(spec);
  if (parsed.kind === 'remote' || parsed.kind === 'script') throw noFilesError(spec);
  const models = await localModels(transfer.home);
  const model =
    parsed.kind === 'path'
      ? models.find(({ paths }) => paths.includes(parsed.path))
      : models.find((candidate) => candidate.spec === spec || candidate.spec.startsWith(`${spec}@`));
  if (model === undefined) {
    const isForeign = parsed.kind === 'path' && !isInModels(parsed.path, transfer.home);
    throw new UserError({
      code: 'model-not-local',
      message: isForeign ? `${parsed.path} was not fetched by Understudy.` : `The model ${spec} is not on disk.`,
      hint: isForeign ? 'Remove the file yourself.' : '`understudy models ls --local` lists what is.',
      values: { spec },
    });
  }
  await withLock(model.paths[0], transfer, async () => {
    await Promise.all(filesOf(model).map((path) => rm(path, { force: true })));
  });
  await removeEmptyFolders(dirname(model.paths[0]), transfer.home);
  return model;
}

/** A checkpoint's configuration, tokenizer and index go with its weights. */
function filesOf({ paths }: LocalModel): readonly string[] {
  if (!areCheckpointFiles(paths)) return paths;
  const folder = dirname(paths[0]);
  return [...paths, ...textFiles(folder), join(folder, INDEX_FILE)];
}

/** Goes up until a folder still holds something. */
async function removeEmptyFolders(folder: string, home: string): Promise<void> {
  try {
    for (let current = folder; isInModels(current, home); current = dirname(current)) {
      await rmdir(current);
    }
  } catch {
    // The folder holds other files: it stays.
  }
}
