import { DataError } from '@understudy/core';

/** What to do about a checkpoint that cannot be used as it is. */
export const CONVERT_HINT =
  'Make a GGUF of it with llama.cpp: convert_hf_to_gguf.py FOLDER --outtype f32 --outfile FILE.gguf';

/** Builds the error for a checkpoint that is not what it should be. */
export function checkpointError(details: {
  readonly code: `safetensors-${string}` | `checkpoint-${string}`;
  readonly path: string;
  readonly problem: string;
  readonly hint?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}): DataError {
  return new DataError({
    code: details.code,
    message: `Reading the checkpoint file ${details.path}: ${details.problem}`,
    hint: details.hint ?? 'The file is incomplete or damaged: fetch or save it again.',
    values: { path: details.path, ...details.values },
    cause: details.cause,
  });
}
