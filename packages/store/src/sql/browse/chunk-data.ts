/**
 * Documents of one chunk. Larger ones are read faster, smaller ones written faster: a batch of samples writes the chunks that it touches
 * anew, at most 8 bytes a document and column.
 */
export const CHUNK_SIZE = 2048;

/** A whole number that no stored value has, by width. */
const ABSENT = { 1: 255, 4: -(2 ** 31) } as const;

/** Bytes of a stored value: small counts and 0/1 take one, whole numbers four, others eight. */
export type Width = 1 | 4 | 8;

/** Values of consecutive documents as stored: little-endian, as every machine that Node's packages are built for. */
export interface PackedValues {
  readonly width: Width;
  readonly data: Uint8Array;
}

/** Packs the first `length` values; NaN: none. What is unpacked equals what was packed, but that −0 becomes 0. */
export function packValues(values: Float64Array, length: number): PackedValues {
  const own = values.subarray(0, length);
  const width = widthOf(own);
  if (width === 8) return { width, data: bytesOf(own.slice()) };
  const packed = width === 1 ? new Uint8Array(length) : new Int32Array(length);
  for (let at = 0; at < length; at += 1) packed[at] = Number.isNaN(own[at]!) ? ABSENT[width] : own[at]!;
  return { width, data: bytesOf(packed) };
}

function widthOf(values: Float64Array): Width {
  let width: Width = 1;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value !== Math.trunc(value) || Math.abs(value) >= 2 ** 31) return 8;
    if (value < 0 || value >= ABSENT[1]) width = 4;
  }
  return width;
}

/** Unpacks stored values into the beginning of `target`, and sets the rest to NaN. */
export function unpackValues(
  row: { readonly width: number; readonly data: Uint8Array | null } | undefined,
  target: Float64Array,
): void {
  const { data } = row ?? {};
  if (row === undefined || data === undefined || data === null) {
    target.fill(Number.NaN);
    return;
  }
  // `packValues` wrote it.
  const width = row.width as Width;
  const length = data.byteLength / width;
  if (width === 8) bytesOf(target).set(data);
  else {
    const absent = ABSENT[width];
    const packed = width === 1 ? data : new Int32Array(aligned(data));
    for (let at = 0; at < length; at += 1) {
      const value = packed[at]!;
      target[at] = value === absent ? Number.NaN : value;
    }
  }
  target.fill(Number.NaN, length);
}

/** Copies stored bytes into the beginning of an array of numbers, and sets the rest to 0. */
export function unpackBytes(data: Uint8Array, target: Uint8Array | Uint32Array): void {
  const bytes = bytesOf(target);
  bytes.set(data);
  bytes.fill(0, data.byteLength);
}

/** The bytes of an array of numbers; not a copy. */
export function bytesOf(numbers: Uint8Array | Uint32Array | Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A copy that begins where a new array may begin. */
function aligned(data: Uint8Array): ArrayBuffer {
  return new Uint8Array(data).buffer;
}
