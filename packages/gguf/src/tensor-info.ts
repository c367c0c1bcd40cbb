import type { FileCursor } from './file-cursor.js';
import { ggufError } from './gguf-error.js';
import { TENSOR_TYPES } from './tensor-types.js';

/** Where a tensor's numbers lie. */
export interface TensorInfo {
  readonly name: string;
  /** Storage format, e.g. `F32`, `Q4_1`. */
  readonly type: string;
  /** Number of elements along each axis, **fastest first**: a matrix of `rows` outputs is `[columns, rows]`. */
  readonly shape: readonly number[];
  readonly elements: number;
  /** The file that holds it. */
  readonly path: string;
  /** From the start of that file, in bytes. */
  readonly offset: number;
  readonly sizeBytes: number;
}

/** A tensor's entry in the header: its offset counts from the start of the data section, which is not known yet. */
export type TensorEntry = Omit<TensorInfo, 'offset' | 'path'> & { readonly dataOffset: number };

/** ggml's `GGML_MAX_DIMS`. */
const MAX_AXES = 4;
/** ggml's `GGML_MAX_NAME`, with its end mark. */
const MAX_NAME_BYTES = 63;

/** Reads one entry of the tensor table. */
export function readTensorEntry(cursor: FileCursor): TensorEntry {
  const name = cursor.string();
  const axes = cursor.u32();
  if (name.length > MAX_NAME_BYTES || axes > MAX_AXES) {
    throw tensorError(
      cursor,
      name,
      `has ${axes} axes and a name of ${name.length} characters; ${MAX_AXES} and ${MAX_NAME_BYTES} are the limits.`,
    );
  }
  const shape = Array.from({ length: axes }, () => cursor.u64());
  const elements = shape.reduce((product, length) => product * length, 1);
  const number = cursor.u32();
  const type = TENSOR_TYPES.get(number);
  if (type === undefined) {
    throw tensorError(cursor, name, `has the unknown storage type ${number}.`, 'gguf-tensor-type');
  }
  const row = shape[0] ?? 1;
  if (!Number.isSafeInteger(elements) || row % type.blockSize !== 0) {
    throw tensorError(cursor, name, `has the shape [${shape.join(', ')}], which ${type.name} cannot hold.`);
  }
  const sizeBytes = (elements / type.blockSize) * type.blockBytes;
  return { name, type: type.name, shape, elements, sizeBytes, dataOffset: cursor.u64() };
}

function tensorError(cursor: FileCursor, name: string, problem: string, code: `gguf-${string}` = 'gguf-tensor') {
  return ggufError({
    code,
    path: cursor.path,
    problem: `the tensor ${name.slice(0, MAX_NAME_BYTES)} ${problem}`,
    hint: 'The file is damaged, or newer than this version of Understudy.',
  });
}
