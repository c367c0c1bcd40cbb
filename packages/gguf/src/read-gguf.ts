import { FileCursor } from './file-cursor.js';
import { ggufError } from './gguf-error.js';
import { readMetadata, type Metadata } from './metadata.js';
import { readTensorEntry, type TensorEntry, type TensorInfo } from './tensor-info.js';

/** The header of one GGUF file. */
export interface GgufFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly version: number;
  readonly metadata: Metadata;
  /** In the file's order. */
  readonly tensors: readonly TensorInfo[];
}

const MAGIC = 'GGUF';
const VERSIONS = [2, 3];
const DEFAULT_ALIGNMENT = 32;
/** The fewest bytes of a key-value pair (length, type, one byte) and of a tensor entry (length, axes, type, offset). */
const LEAST_PAIR_BYTES = 13;
const LEAST_TENSOR_BYTES = 24;

/**
 * Reads a file's header (format: ggml `docs/gguf.md`, versions 2 and 3, little-endian). Costs a few milliseconds; large arrays
 * stay in the file. Throws `DataError` for anything that is not a whole GGUF file: `gguf-magic`, `gguf-version`,
 * `gguf-truncated`, `gguf-bounds`, `gguf-metadata`, `gguf-tensor`, `gguf-tensor-type`; `UserError` `gguf-not-readable`.
 */
export function readGguf(path: string): GgufFile {
  using cursor = new FileCursor(path);
  const version = readVersion(cursor);
  const tensorCount = readCount(cursor, 'tensors', LEAST_TENSOR_BYTES);
  const pairCount = readCount(cursor, 'metadata values', LEAST_PAIR_BYTES);
  const metadata = readMetadata(cursor, pairCount);
  const entries = Array.from({ length: tensorCount }, () => readTensorEntry(cursor));
  return { path, sizeBytes: cursor.sizeBytes, version, metadata, tensors: placeTensors(cursor, metadata, entries) };
}

function readVersion(cursor: FileCursor): number {
  const magic = cursor.remaining < 4 ? '' : cursor.bytes(4).toString('latin1');
  if (magic !== MAGIC) {
    throw ggufError({
      code: 'gguf-magic',
      path: cursor.path,
      problem: `it does not begin with ${MAGIC}, so it is not a GGUF file.`,
      hint: 'Choose a .gguf file; a small file may be an error page or a pointer that a download left behind.',
      values: { sizeBytes: cursor.sizeBytes },
    });
  }
  const version = cursor.u32();
  if (!VERSIONS.includes(version)) {
    throw ggufError({
      code: 'gguf-version',
      path: cursor.path,
      problem: `it has GGUF version ${version}; versions ${VERSIONS.join(' and ')} (little-endian) can be read.`,
      hint: 'Convert the file with current llama.cpp tools, or update Understudy.',
      values: { version },
    });
  }
  return version;
}

function readCount(cursor: FileCursor, what: string, leastBytes: number): number {
  const count = cursor.u64();
  if (count * leastBytes > cursor.remaining) {
    throw ggufError({
      code: 'gguf-bounds',
      path: cursor.path,
      problem: `it claims ${count} ${what}, more than its ${cursor.sizeBytes} bytes can hold.`,
      hint: 'The file is incomplete or damaged: fetch it again.',
    });
  }
  return count;
}

/** Turns offsets within the data section into offsets within the file, and checks that each tensor is all there. */
function placeTensors(cursor: FileCursor, metadata: Metadata, entries: readonly TensorEntry[]): readonly TensorInfo[] {
  const alignment = metadata.get('general.alignment') ?? DEFAULT_ALIGNMENT;
  if (typeof alignment !== 'number' || !Number.isInteger(Math.log2(alignment))) {
    throw ggufError({ code: 'gguf-metadata', path: cursor.path, problem: 'general.alignment is no power of two.' });
  }
  const start = Math.ceil(cursor.position / alignment) * alignment;
  const names = new Set(entries.map((entry) => entry.name));
  const misplaced = entries.find((entry) => entry.dataOffset % alignment !== 0);
  if (names.size < entries.length || misplaced !== undefined) {
    throw ggufError({
      code: 'gguf-tensor',
      path: cursor.path,
      problem: misplaced ? `the tensor ${misplaced.name} is not aligned.` : 'two tensors have the same name.',
    });
  }
  const tensors = entries.map(({ dataOffset, ...entry }) => ({
    ...entry,
    path: cursor.path,
    offset: start + dataOffset,
  }));
  const neededBytes = tensors.reduce((end, tensor) => Math.max(end, tensor.offset + tensor.sizeBytes), 0);
  if (neededBytes > cursor.sizeBytes) {
    throw ggufError({
      code: 'gguf-truncated',
      path: cursor.path,
      problem: `it has ${cursor.sizeBytes} bytes, but its tensors need ${neededBytes}.`,
      hint: 'The download is incomplete: fetch the file again.',
      values: { sizeBytes: cursor.sizeBytes, neededBytes },
    });
  }
  return tensors;
}
