import { readFileSync } from 'node:fs';
import { checkpointError } from './checkpoint-error.js';

/** The content of a JSON file. Throws `DataError` `checkpoint-json` when it cannot be read or is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw checkpointError({
      code: 'checkpoint-json',
      path,
      problem: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}
