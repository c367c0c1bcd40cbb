import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OnProgress } from '@understudy/core';
import { WorkerProcess } from '@understudy/engine-process';
import { checkDiskSpace } from './check-disk-space.js';
import type { QuantizationType } from './quantization-types.js';
import type { Quantized, QuantizeOptions } from './quantize.js';

/** What is to be converted into what. */
export interface ConvertOptions {
  /** A GGUF file; of a split model, the first part. */
  readonly source: string;
  /** Path of the new file; an existing one is replaced when the conversion has succeeded. */
  readonly target: string;
  readonly type: QuantizationType;
  /** Undefined: as many as the machine has cores. */
  readonly threads?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Converts a model's weights to another format with libllama's quantiser. The target appears whole or not at all. Runs in
 * a child process, which is ended when the signal aborts.
 * @throws UserError `disk-full`; EngineError when the source cannot be read or the format cannot be made of it.
 */
export async function convertModel(options: ConvertOptions): Promise<void> {
  options.signal?.throwIfAborted();
  const target = path.resolve(options.target);
  const partial = `${target}.partial-${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await quantizeInChild({ ...options, target }, partial);
    await flush(partial);
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

async function quantizeInChild(options: ConvertOptions, partial: string): Promise<void> {
  const { source, target, type, threads, signal, onProgress } = options;
  await using worker = new WorkerProcess({
    entry: fileURLToPath(new URL('./convert-worker.js', import.meta.url)),
    name: 'conversion',
  });
  // The quantiser cannot be interrupted from inside; the call under way then fails, and the signal tells why.
  const abort = (): void => void (worker.pid !== undefined && process.kill(worker.pid, 'SIGKILL'));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const request: QuantizeOptions = { source, target: partial, type, threads, dryRun: true };
    // The worker answers `quantize` with its result; both sides are this package.
    const { tensorBytes } = (await worker.call('quantize', request)) as Quantized;
    // Besides the tensors the file holds the source's metadata, which is smaller than the source.
    await checkDiskSpace(target, tensorBytes + Math.min((await stat(source)).size, METADATA_BYTES));
    await worker.call('quantize', { ...request, dryRun: false }, { onProgress });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Room for metadata: the largest vocabularies take some 20 MB. */
const METADATA_BYTES = 32 * 1024 ** 2;

/** Makes sure that the bytes are on the disk before the name is: after a power cut there must be no hollow file. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
