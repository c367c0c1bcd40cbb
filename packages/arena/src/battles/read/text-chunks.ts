import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError, type OnProgress } from '@understudy/core';
import { battleFileError } from '../battle-file-error.js';

const CHUNK_BYTES = 1 << 18;

/** Reads the standard input in place of a file. */
export const STANDARD_INPUT = '-';

/**
 * The text of a UTF-8 file piece by piece, decompressed where its name ends in `.gz`; `-` is the standard input. A byte order mark is
 * left out. Raises `UserError` for a file that cannot be read, `DataError` where it is no UTF-8.
 */
export async function* textChunks(path: string, onProgress: OnProgress = () => {}): AsyncGenerator<string> {
  const { bytes, total } = await openBytes(path);
  const label = basename(path);
  let done = 0;
  bytes.on('data', (chunk: Buffer) => {
    done += chunk.length;
    onProgress({ label, done, total, unit: 'bytes' });
  });
  bytes.pause();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (cause) {
    throw readingError(path, cause);
  }
}

async function openBytes(path: string): Promise<{ readonly bytes: Readable; readonly total: number | undefined }> {
  if (path === STANDARD_INPUT) return { bytes: process.stdin, total: undefined };
  try {
    const file = await stat(path);
    return {
      bytes: createReadStream(path, { highWaterMark: CHUNK_BYTES }),
      total: file.isFile() ? file.size : undefined,
    };
  } catch (cause) {
    throw readingError(path, cause);
  }
}

function readingError(path: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof TypeError) {
    const hint = 'Save the file as UTF-8.';
    return battleFileError({ code: 'battle-file-malformed', path, problem: 'it is not UTF-8', hint, cause });
  }
  return new UserError({
    code: 'battle-file-unreadable',
    message: `Could not read ${path}: ${reason}.`,
    hint: 'Give the path of a file of battles, or - for the standard input.',
    values: { path },
    cause,
  });
}
