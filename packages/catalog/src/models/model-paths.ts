import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findShards, isCheckpointFolder } from '@understudy/checkpoint';
import { UserError, type ModelFiles } from '@understudy/core';
import { findParts } from '@understudy/gguf';

/**
 * The files of weights that a path on disk names: a GGUF with all its parts, or those of a transformers checkpoint, by its folder or one
 * of them. Throws `UserError` `model-file-missing`, `model-folder`, and those of `findParts` and `findShards`.
 */
export function modelPaths(path: string): ModelFiles['paths'] {
  if (!existsSync(path)) {
    throw new UserError({
      code: 'model-file-missing',
      message: `There is no model file ${path}.`,
      hint: '`understudy models ls` lists the models that can be named without a path.',
      values: { path },
    });
  }
  const isFolder = statSync(path).isDirectory();
  if (!isFolder && !path.endsWith('.safetensors')) return findParts(path);
  const folder = isFolder ? path : dirname(path);
  if (isCheckpointFolder(folder)) return findShards(folder);
  throw new UserError({
    code: 'model-folder',
    message: `The folder ${folder} is no transformers checkpoint: it has no config.json.`,
    hint: 'Name the folder that save_pretrained wrote, or a GGUF file.',
    values: { folder },
  });
}
