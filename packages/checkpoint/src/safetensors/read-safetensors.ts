import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UserError } from '@understudy/core';
import { checkpointError } from '../checkpoint-error.js';
import { DTYPE_BYTES } from './dtypes.js';
import type { StoredTensor } from './stored-tensor.js';

/** The header of a safetensors file. */
export interface SafetensorsFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** In the order of their bytes. */
  readonly tensors: readonly StoredTensor[];
}

/** The number in front that tells the header's length. */
const LENGTH_BYTES = 8;
/** The format's own limit (`MAX_HEADER_SIZE`). */
const MOST_HEADER_BYTES = 100_000_000;

/**
 * Reads a file's header (huggingface/safetensors, "Format"): 8 bytes with the header's length, the header as JSON, and the tensors'
 * bytes without holes. Throws `DataError` `safetensors-truncated`, `safetensors-header`, `safetensors-tensor`, `safetensors-bounds`;
 * `UserError` `safetensors-not-readable`.
 */
export function readSafetensors(path: string): SafetensorsFile {
  const { header, start, sizeBytes } = readHeader(path);
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  const tensors = entries
    .map(([name, entry]) => toTensor(entry, { name, path, start }))
    .toSorted((a, b) => a.offset - b.offset || a.sizeBytes - b.sizeBytes);
  requireWhole(tensors, { path, start, sizeBytes });
  return { path, sizeBytes, tensors };
}

function readHeader(path: string) {
  const file = openForReading(path);
  try {
    const sizeBytes = fstatSync(file).size;
    const prefix = Buffer.alloc(LENGTH_BYTES);
    readSync(file, prefix, 0, LENGTH_BYTES, 0);
    const length = Number(prefix.readBigUInt64LE());
    if (sizeBytes < LENGTH_BYTES || length > Math.min(MOST_HEADER_BYTES, sizeBytes - LENGTH_BYTES)) {
      throw checkpointError({
        code: 'safetensors-truncated',
        path,
        problem: `it has ${sizeBytes} bytes, and its header would have ${sizeBytes < LENGTH_BYTES ? 'some' : length}.`,
        hint: 'The file is incomplete, no safetensors file, or a pointer that a download left behind: fetch it again.',
        values: { sizeBytes, headerBytes: length },
      });
    }
    const text = Buffer.alloc(length);
    readSync(file, text, 0, length, LENGTH_BYTES);
    return { header: parseHeader(text, path), start: LENGTH_BYTES + length, sizeBytes };
  } finally {
    closeSync(file);
  }
}

function openForReading(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw new UserError({
      code: 'safetensors-not-readable',
      message: `Cannot read the checkpoint file ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Check the path and the right to read it.',
      values: { path },
      cause,
    });
  }
}

function parseHeader(bytes: Buffer, path: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isRecord(header)) return header;
  } catch (cause) {
    throw checkpointError({ code: 'safetensors-header', path, problem: 'its header is no JSON.', cause });
  }
  throw checkpointError({ code: 'safetensors-header', path, problem: 'its header is no JSON object.' });
}

interface Place {
  readonly name: string;
  readonly path: string;
  /** Of the tensors' bytes in the file. */
  readonly start: number;
}

function toTensor(entry: unknown, { name, path, start }: Place): StoredTensor {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  const bytes = typeof dtype === 'string' ? DTYPE_BYTES.get(dtype) : undefined;
  const fail = (problem: string) =>
    checkpointError({ code: 'safetensors-tensor', path, problem: `the tensor ${name.slice(0, 80)} ${problem}` });
  if (typeof dtype !== 'string' || bytes === undefined) {
    throw fail(`has the unknown type ${JSON.stringify(dtype)?.slice(0, 40)}.`);
  }
  if (!areCounts(shape)) throw fail('has a shape that is no list of lengths.');
  if (!areCounts(offsets) || offsets.length !== 2) throw fail('has no two offsets.');
  const [begin = 0, end = 0] = offsets;
  const sizeBytes = shape.reduce((product, length) => product * length, bytes);
  if (end - begin !== sizeBytes) {
    throw fail(`has ${end - begin} bytes; ${dtype} of the shape [${shape.join(', ')}] has ${sizeBytes}.`);
  }
  return { name, dtype, shape, path, offset: start + begin, sizeBytes };
}

/** Tensors follow each other without holes or overlaps, up to the end of the file. */
function requireWhole(
  tensors: readonly StoredTensor[],
  { path, start, sizeBytes }: Omit<Place, 'name'> & { sizeBytes: number },
) {
  let end = start;
  for (const { name, offset, sizeBytes: bytes } of tensors) {
    if (offset !== end) {
      const what = offset < end ? 'overlaps the one before it' : `leaves ${offset - end} bytes before it unused`;
      throw checkpointError({ code: 'safetensors-bounds', path, problem: `the tensor ${name.slice(0, 80)} ${what}.` });
    }
    end = offset + bytes;
  }
  if (end !== sizeBytes) {
    const code = end > sizeBytes ? 'safetensors-truncated' : 'safetensors-bounds';
    throw checkpointError({ code, path, problem: `it has ${sizeBytes} bytes, and its tensors end at ${end}.` });
  }
}

function areCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
