import { writeFileSync } from 'node:fs';
import { encodePair, encodeString, u32, u64, type WritableValue } from '../encode-value.js';

export type { WritableValue } from '../encode-value.js';

/** A float32 tensor to write; the shape's fastest axis first. */
export interface WritableTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What goes into a small file for a test. */
export interface WritableGguf {
  readonly version?: number;
  readonly metadata: Readonly<Record<string, WritableValue>>;
  readonly tensors: readonly WritableTensor[];
}

const ALIGNMENT = 32;

/** Writes a small GGUF file with float32 tensors; for tests, which need models of a few kilobytes. */
export function writeGguf(path: string, content: WritableGguf): void {
  writeFileSync(path, encodeGguf(content));
}

/** The bytes of such a file, for tests that damage them. */
export function encodeGguf({ version = 3, metadata, tensors }: WritableGguf): Buffer {
  const pairs = Object.entries(metadata);
  let dataOffset = 0;
  const entries = tensors.map((tensor) => {
    const entry = [
      encodeString(tensor.name),
      u32(tensor.shape.length),
      ...tensor.shape.map(u64),
      u32(0),
      u64(dataOffset),
    ];
    dataOffset += align(tensor.values.byteLength);
    return Buffer.concat(entry);
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensors.length),
    u64(pairs.length),
    ...pairs.map(([key, value]) => encodePair(key, value)),
    ...entries,
  ]);
  return Buffer.concat([
    padded(head),
    ...tensors.map(({ values }) => padded(Buffer.from(values.buffer, values.byteOffset, values.byteLength))),
  ]);
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(align(bytes.length) - bytes.length)]);
}
