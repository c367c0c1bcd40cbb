import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataError } from '@understudy/core';
import { asFolderError, diskFullError, freeSpaceBytes } from './folder-error.js';
import { rememberSha256 } from './file-hash.js';
import { maskSecrets } from './mask-secrets.js';
import { PartialFile } from './partial-file.js';
import { patientFetch } from './patient-fetch.js';
import { readBody } from './read-body.js';
import { retryTransient, type RetryPolicy } from './retry-transient.js';
import { SourceError } from './source-error.js';
import type { Transfer } from './transfer.js';
import { withLock } from './with-lock.js';

/** One file to fetch over HTTP. */
export interface Download {
  readonly url: string;
  readonly destination: string;
  /** Name to show, e.g. the file's. */
  readonly label: string;
  /** As the source's listing says. */
  readonly sizeBytes?: number | undefined;
  /** Lower-case hexadecimal. */
  readonly sha256?: string | undefined;
}

/**
 * Fetches a file unless it is already there. Interrupted transfers go on where they stopped, in this call or a later one; size and
 * SHA-256 are verified before the file appears under its name. Throws `SourceError`, `DataError` `checksum-mismatch`,
 * `UserError` `disk-full`.
 */
export async function downloadFile(download: Download, transfer: Transfer, policy?: RetryPolicy): Promise<void> {
  if (existsSync(download.destination)) {
    return;
  }
  await withLock(download.destination, transfer, async (signal) => {
    if (existsSync(download.destination)) {
      return;
    }
    const sha256 = await retryTransient(() => attempt(download, { ...transfer, signal }), {
      source: maskSecrets(download.url, [transfer.token]),
      signal,
      policy,
    });
    await rememberSha256(download.destination, sha256, transfer.home);
  });
}

/** One try: goes on with the partial file if that is safe. Returns the SHA-256. */
async function attempt(download: Download, transfer: Transfer): Promise<string> {
  const partial = new PartialFile(download.destination);
  const etag = await partial.etag();
  if (download.sha256 === undefined && etag === undefined) {
    await partial.discard(); // Nothing could prove that the old bytes and the new ones belong together.
  }
  try {
    return await transferRest(download, transfer, partial, etag);
  } catch (error) {
    const { destination, label, sizeBytes } = download;
    const known = asFolderError(error, { folder: dirname(destination), label, neededBytes: sizeBytes });
    if (known !== error || (error instanceof SourceError && error.status === 416)) {
      await partial.discard();
    }
    throw known;
  }
}

async function transferRest(
  download: Download,
  transfer: Transfer,
  partial: PartialFile,
  etag: string | undefined,
): Promise<string> {
  const present = await partial.sizeBytes();
  const headers = present === 0 ? undefined : { Range: `bytes=${present}-`, ...(etag ? { 'If-Range': etag } : {}) };
  if (present === 0 || present !== download.sizeBytes) {
    const response = await patientFetch(transfer)(download.url, headers ? { headers } : {});
    const start = startByte(response);
    if (start !== 0 && start !== present) {
      throw new Error(`asked for the bytes from ${present}, got those from ${start}`);
    }
    if (start === 0) {
      await partial.discard();
    }
    const total = totalBytes(response, start) ?? download.sizeBytes;
    requireSpace(download, (total ?? 0) - start);
    await partial.setEtag(response.headers.get('ETag'));
    const hash = await partial.startHash();
    await append(response, partial, { download, transfer, start, total, hash });
    await requireSize(download, partial, total);
    return finish(download, partial, hash.digest('hex'), start > 0);
  }
  return finish(download, partial, (await partial.startHash()).digest('hex'), true);
}

interface Appending {
  readonly download: Download;
  readonly transfer: Transfer;
  readonly start: number;
  readonly total: number | undefined;
  readonly hash: { update(chunk: Uint8Array): unknown };
}

async function append(response: Response, partial: PartialFile, appending: Appending): Promise<void> {
  const { download, transfer, total, hash } = appending;
  const report = (done: number) => transfer.onProgress({ label: download.label, done, total, unit: 'bytes' });
  await using file = await open(partial.path, 'a');
  let done = appending.start;
  let reported = 0;
  for await (const chunk of readBody(response, transfer)) {
    await file.appendFile(chunk);
    hash.update(chunk);
    done += chunk.byteLength;
    if (Date.now() - reported > 100) {
      reported = Date.now();
      report(done);
    }
  }
  report(done);
}

/** Where in the file an answer begins: 0 when the source sends the whole file. */
function startByte(response: Response): number {
  const first = /^bytes (\d+)-/.exec(response.headers.get('Content-Range') ?? '')?.[1];
  return response.status === 206 && first !== undefined ? Number(first) : 0;
}

function totalBytes(response: Response, start: number): number | undefined {
  const ranged = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1];
  if (ranged !== undefined) {
    return Number(ranged);
  }
  const length = response.headers.get('Content-Length');
  return length === null || response.headers.get('Content-Encoding') ? undefined : start + Number(length);
}

function requireSpace(download: Download, neededBytes: number): void {
  const folder = dirname(download.destination);
  if (neededBytes > freeSpaceBytes(folder)) {
    throw diskFullError({ folder, label: download.label, neededBytes });
  }
}

async function requireSize(download: Download, partial: PartialFile, total: number | undefined): Promise<void> {
  const sizeBytes = await partial.sizeBytes();
  const expected = total ?? download.sizeBytes;
  if (expected !== undefined && sizeBytes !== expected) {
    if (sizeBytes > expected) {
      await partial.discard();
    }
    throw new Error(`${sizeBytes} of ${expected} bytes came`);
  }
}

/** Verifies and renames. Bytes gathered over several tries get one more chance from the start. */
async function finish(download: Download, partial: PartialFile, sha256: string, wasResumed: boolean): Promise<string> {
  if (download.sha256 !== undefined && sha256 !== download.sha256) {
    await partial.discard();
    if (wasResumed) {
      throw new Error('the resumed bytes do not match the checksum');
    }
    throw new DataError({
      code: 'checksum-mismatch',
      message: `${maskSecrets(download.url)} is not the file that was asked for: its SHA-256 is ${sha256}, expected ${download.sha256}.`,
      hint: 'The source has another file under this name. Nothing of it was kept.',
      values: { url: maskSecrets(download.url), sha256, expected: download.sha256 },
    });
  }
  await partial.complete();
  return sha256;
}
