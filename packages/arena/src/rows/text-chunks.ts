import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import type { OnProgress } from '@understudy/core';
import type { RowSource } from './row-source.js';

const CHUNK_BYTES = 1 << 18;

/** Reads the standard input in place of a file. */
export const STANDARD_INPUT = '-';

/**
 * The text of a UTF-8 file piece by piece, decompressed where its name ends in `.gz`; `-` is the standard input. A byte order mark is
 * left out. Raises what the source makes of a file that cannot be read, or is no UTF-8.
 */
export async function* textChunks(source: RowSource, onProgress: OnProgress = () => {}): AsyncGenerator<string> {
  const { path, text } = source;
  if (text !== undefined) {
    yield* piecesOf(text);
    return;
  }
  const { bytes, total } = await openBytes(source);
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
    throw readingError(source, cause);
  }
}

/** The event loop gets a turn between pieces, as it does where a file is read. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += CHUNK_BYTES) {
    yield text.slice(at, at + CHUNK_BYTES);
    await setImmediate();
  }
}

async function openBytes(source: RowSource): Promise<{ readonly bytes: Readable; readonly total: number | undefined }> {
  const { path } = source;
  if (path === STANDARD_INPUT) return { bytes: process.stdin, total: undefined };
  try {
    const file = await stat(path);
    return {
      bytes: createReadStream(path, { highWaterMark: CHUNK_BYTES }),
      total: file.isFile() ? file.size : undefined,
    };
  } catch (cause) {
    throw readingError(source, cause);
  }
}

function readingError(source: RowSource, cause: unknown): Error {
  if (cause instanceof TypeError) return source.malformed({ form: 'text', problem: 'it is not UTF-8', cause });
  return source.unreadable(cause instanceof Error ? cause.message : String(cause), cause);
}
