import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UnderstudyError } from '@understudy/core';
import type { CommandContext } from './command-context.js';
import { fileUnwritable } from './file-unwritable.js';

/** Writes a result that is a file, piece by piece: to `path`, or else to the standard output. Throws `UserError` `export-failed`. */
export async function writeOutput(
  pieces: Iterable<string> | AsyncIterable<string>,
  path: string | undefined,
  { messages, stdout }: Pick<CommandContext, 'messages' | 'stdout'>,
): Promise<void> {
  if (path === undefined) {
    for await (const piece of pieces) if (!stdout.write(piece)) await once(stdout, 'drain');
    return;
  }
  try {
    await pipeline(Readable.from(pieces), createWriteStream(path));
  } catch (cause) {
    if (UnderstudyError.isInstance(cause)) throw cause;
    throw fileUnwritable('export-failed', { file: path, cause, messages });
  }
}
