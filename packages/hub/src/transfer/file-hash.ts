import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OnProgress } from '@understudy/core';
import { writeAtomically } from './write-atomically.js';

/** What goes with reading a large file: a minute for 40 GB. */
export interface HashOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

interface KnownHash {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
}

/**
 * SHA-256 of a file, lower-case hexadecimal. Remembered under `<home>/hashes` by path, size and time of change, so that a large
 * file is read only once.
 */
export async function fileSha256(path: string, home: string, options: HashOptions = {}): Promise<string> {
  const absolute = resolve(path);
  const known = await recall(absolute, home);
  if (known !== undefined) {
    return known;
  }
  const sha256 = await hashFile(absolute, options);
  await rememberSha256(absolute, sha256, home);
  return sha256;
}

/** Reads a file and returns its SHA-256, lower-case hexadecimal. */
export async function hashFile(path: string, { signal, onProgress }: HashOptions = {}): Promise<string> {
  const hash = createHash('sha256');
  const label = `SHA-256 of ${basename(path)}`;
  const { size: total } = await stat(path);
  let done = 0;
  const tell = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      done += chunk.length;
      onProgress?.({ label, done, total, unit: 'bytes' });
    }
  };
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), tell, hash, { signal });
  return hash.digest('hex');
}

/** Remembers the SHA-256 of a file that was just hashed while it was written. */
export async function rememberSha256(path: string, sha256: string, home: string): Promise<void> {
  const absolute = resolve(path);
  const { size, mtimeMs } = await stat(absolute);
  const known: KnownHash = { path: absolute, sizeBytes: size, modifiedMs: mtimeMs, sha256 };
  await writeAtomically(hashNote(absolute, home), `${JSON.stringify(known)}\n`);
}

async function recall(path: string, home: string): Promise<string | undefined> {
  const { size, mtimeMs } = await stat(path);
  try {
    const known: unknown = JSON.parse(await readFile(hashNote(path, home), 'utf8'));
    const holds = isKnownHash(known) && known.path === path && known.sizeBytes === size && known.modifiedMs === mtimeMs;
    return holds ? known.sha256 : undefined;
  } catch {
    return undefined; // No note, or a damaged one: the file is hashed again.
  }
}

function isKnownHash(value: unknown): value is KnownHash {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['path', 'sizeBytes', 'modifiedMs'].every((key) => key in value) &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  );
}

function hashNote(path: string, home: string): string {
  return join(home, 'hashes', `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
}
