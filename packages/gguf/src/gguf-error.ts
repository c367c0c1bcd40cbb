import { DataError } from '@understudy/core';

/** Builds the error for a model file that is not what it should be. */
export function ggufError(details: {
  readonly code: `gguf-${string}`;
  readonly path: string;
  readonly problem: string;
  readonly hint?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}): DataError {
  return new DataError({
    code: details.code,
    message: `Reading the model file ${details.path}: ${details.problem}`,
    hint: details.hint ?? 'Fetch the file again, or choose another one.',
    values: { path: details.path, ...details.values },
  });
}
