import { VALUE_TYPES, type ValueType } from './value-types.js';

/** A metadata value to write, with its type. */
export type WritableValue =
  | { readonly type: Exclude<ValueType, 'array'>; readonly value: number | bigint | boolean | string }
  | {
      readonly type: 'array';
      readonly elementType: Exclude<ValueType, 'array'>;
      readonly value: readonly (number | string)[];
    };

/** A key-value pair as it stands in a file. */
export function encodePair(key: string, value: WritableValue): Buffer {
  return Buffer.concat([encodeString(key), typed(value)]);
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
    return encodeString(String(value));
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

/** A text with its length. */
export function encodeString(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([u64(bytes.length), bytes]);
}

/** A number of 32 bits. */
export function u32(value: number): Buffer {
  return scalar('uint32', value);
}

/** A number of 64 bits. */
export function u64(value: number): Buffer {
  return scalar('uint64', value);
}
