import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@understudy/core';

/** `<name>-00002-of-00005.gguf`, counted from one (llama.cpp `llama_split_path`). */
const PART = /^(?<stem>.*)-(?<part>\d{5})-of-(?<count>\d{5})\.gguf$/;

/**
 * All files of the model that `path` belongs to, in order: the file itself, or, for any part of a split one, all its parts.
 * Throws `UserError` `gguf-part-missing` when a part is not beside the others.
 */
export function findParts(path: string): readonly [string, ...string[]] {
  const match = PART.exec(basename(path))?.groups;
  if (match === undefined) {
    return [path];
  }
  const { stem = '', count = '' } = match;
  const partPath = (part: number) => join(dirname(path), `${stem}-${String(part).padStart(5, '0')}-of-${count}.gguf`);
  const rest = Array.from({ length: Math.max(Number(count), 1) - 1 }, (_, i) => partPath(i + 2));
  const parts: readonly [string, ...string[]] = [partPath(1), ...rest];
  const missing = parts.filter((part) => !existsSync(part));
  if (missing.length > 0) {
    throw new UserError({
      code: 'gguf-part-missing',
      message: `The model of ${path} is split into ${parts.length} files; missing: ${missing.map((part) => basename(part)).join(', ')}.`,
      hint: `Put all parts into ${dirname(path)}.`,
      values: { path, missing },
    });
  }
  return parts;
}
