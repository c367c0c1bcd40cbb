import { FileCursor } from './file-cursor.js';
import { ggufError } from './gguf-error.js';
import { LEAST_BYTES, VALUE_TYPES, type ValueType } from './value-types.js';

/** A single metadata value; 64-bit integers that a double cannot hold are `bigint`. */
export type MetadataScalar = number | bigint | boolean | string;

/** A metadata array. Its elements stay in the file until they are asked for: a vocabulary has hundreds of thousands. */
export interface MetadataArray {
  readonly elementType: ValueType;
  readonly length: number;
  /** Reads the elements from the file; each call reads again. */
  values(): readonly MetadataValue[];
}

export type MetadataValue = MetadataScalar | MetadataArray;

/** Key to value, in the file's order. */
export type Metadata = ReadonlyMap<string, MetadataValue>;

/** Arrays of arrays exist in the format, but no known writer nests even once more. */
const MAX_DEPTH = 4;
/** llama.cpp's own limit is 2^16 - 1 bytes a key. */
const MAX_KEY_BYTES = 65_535;

/** Reads `count` key-value pairs from the cursor's position. */
export function readMetadata(cursor: FileCursor, count: number): Metadata {
  const metadata = new Map<string, MetadataValue>();
  for (let i = 0; i < count; i++) {
    const key = cursor.string();
    if (key.length === 0 || key.length > MAX_KEY_BYTES || metadata.has(key)) {
      throw ggufError({
        code: 'gguf-metadata',
        path: cursor.path,
        problem: `metadata key ${i} is ${key === '' ? 'empty' : `too long or given twice: ${key.slice(0, 80)}`}.`,
      });
    }
    metadata.set(key, readValue(cursor, readType(cursor, key), key, 0));
  }
  return metadata;
}

function readType(cursor: FileCursor, key: string): ValueType {
  const number = cursor.u32();
  const type = VALUE_TYPES[number];
  if (type === undefined) {
    throw ggufError({
      code: 'gguf-metadata',
      path: cursor.path,
      problem: `the value of ${key} has the unknown type ${number}.`,
      hint: 'The file is damaged, or newer than this version of Understudy.',
    });
  }
  return type;
}

function readValue(cursor: FileCursor, type: ValueType, key: string, depth: number): MetadataValue {
  return type === 'array' ? readArray(cursor, key, depth) : SCALAR_READERS[type](cursor);
}

const SCALAR_READERS: Readonly<Record<Exclude<ValueType, 'array'>, (cursor: FileCursor) => MetadataScalar>> = {
  uint8: (cursor) => cursor.bytes(1).readUInt8(),
  int8: (cursor) => cursor.bytes(1).readInt8(),
  uint16: (cursor) => cursor.bytes(2).readUInt16LE(),
  int16: (cursor) => cursor.bytes(2).readInt16LE(),
  uint32: (cursor) => cursor.u32(),
  int32: (cursor) => cursor.bytes(4).readInt32LE(),
  float32: (cursor) => cursor.bytes(4).readFloatLE(),
  bool: (cursor) => cursor.bytes(1).readUInt8() !== 0,
  string: (cursor) => cursor.string(),
  uint64: (cursor) => toNumber(cursor.bytes(8).readBigUInt64LE()),
  int64: (cursor) => toNumber(cursor.bytes(8).readBigInt64LE()),
  float64: (cursor) => cursor.bytes(8).readDoubleLE(),
};

function toNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function readArray(cursor: FileCursor, key: string, depth: number): MetadataArray {
  const elementType = readType(cursor, key);
  const length = cursor.u64();
  if (depth >= MAX_DEPTH || length * LEAST_BYTES[elementType] > cursor.remaining) {
    throw ggufError({
      code: 'gguf-bounds',
      path: cursor.path,
      problem: `the array ${key} claims ${length} elements at depth ${depth}; ${cursor.remaining} bytes are left in the file.`,
    });
  }
  const start = cursor.position;
  skipElements(cursor, elementType, length, key, depth);
  const { path } = cursor;
  return {
    elementType,
    length,
    values: () => {
      using again = new FileCursor(path, start);
      return Array.from({ length }, () => readValue(again, elementType, key, depth + 1));
    },
  };
}

function skipElements(cursor: FileCursor, type: ValueType, length: number, key: string, depth: number): void {
  if (type === 'string') {
    for (let i = 0; i < length; i++) {
      cursor.skipString();
    }
  } else if (type === 'array') {
    for (let i = 0; i < length; i++) {
      readArray(cursor, key, depth + 1);
    }
  } else {
    cursor.skip(length * LEAST_BYTES[type]);
  }
}
