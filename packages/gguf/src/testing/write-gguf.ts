import { writeFileSync } from 'node:fs';
import { VALUE_TYPES, type ValueType } from '../value-types.js';

/** A metadata value to write, with its type. */
export type WritableValue =
  | { readonly type: Exclude<ValueType, 'array'>; readonly value: number | bigint | boolean | string }
  | {
      readonly type: 'array';
      readonly elementType: Exclude<ValueType, 'array'>;
      readonly value: readonly (number | string)[];
    };

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
    const entry = [string(tensor.name), u32(tensor.shape.length), ...tensor.shape.map(u64), u32(0), u64(dataOffset)];
    dataOffset += align(tensor.values.byteLength);
    return Buffer.concat(entry);
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensors.length),
    u64(pairs.length),
    ...pairs.map(([key, value]) => Buffer.concat([string(key), typed(value)])),
    ...entries,
  ]);
  return Buffer.concat([
    padded(head),
    ...tensors.map(({ values }) => padded(Buffer.from(values.buffer, values.byteOffset, values.byteLength))),
  ]);
}

function typed(value: WritableValue): Buffer {
  const type = u32(VALUE_TYPES.indexOf(value.type));
  if (value.type !== 'array') {
    return Buffer.concat([type, scalar(value.type, value.value)]);
  }
  const elements = value.value.map((element) => scalar(value.elementType, element));
  return Buffer.concat([type, u32(VALUE_TYPES.indexOf(value.elementType)), u64(elements.length), ...elements]);
}

function scalar(type: Exclude<ValueType, 'array'>, value: number | bigint | boolean | string): Buffer {
  if (type === 'string') {
    return string(String(value));
  }
  const bytes = Buffer.alloc(8);
  const end = {
    uint8: () => bytes.writeUInt8(Number(value)),
    int8: () => bytes.writeInt8(Number(value)),
    bool: () => bytes.writeUInt8(Number(value)),
    uint16: () => bytes.writeUInt16LE(Number(value)),
    int16: () => bytes.writeInt16LE(Number(value)),
    uint32: () => bytes.writeUInt32LE(Number(value)),
    int32: () => bytes.writeInt32LE(Number(value)),
    float32: () => bytes.writeFloatLE(Number(value)),
    uint64: () => bytes.writeBigUInt64LE(BigInt(value)),
    int64: () => bytes.writeBigInt64LE(BigInt(value)),
    float64: () => bytes.writeDoubleLE(Number(value)),
  }[type]();
  return bytes.subarray(0, end);
}

function string(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  return scalar('uint32', value);
}

function u64(value: number): Buffer {
  return scalar('uint64', value);
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(align(bytes.length) - bytes.length)]);
}
