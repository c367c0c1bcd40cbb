import { BugError, type ModelFiles, type ResolvedModel } from '@understudy/core';

/** A model whose files are here: the only kind that these benches are about. */
export function modelFiles(model: ResolvedModel): ModelFiles {
  if ('paths' in model) return model;
  throw new BugError({ code: 'model-without-files', message: `There are no files of ${model.name}.` });
}
