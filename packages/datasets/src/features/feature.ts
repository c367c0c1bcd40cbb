/**
 * The type of a column or of a nested value, in the words of the hub's `datasets` library.
 * - `value`: a scalar; `dtype` is `string`, `bool`, `int8` … `uint64`, `float16` … `float64`, `binary`, `date32`, `time64[us]`,
 *   `timestamp[us]`, `timestamp[us, tz=UTC]`, `decimal128(p, s)`, `null`;
 * - `class-label`: a class's number, as it is stored;
 * - `struct`: fields in order; a row has them all, `null` where the source has none;
 * - `json`: whatever JSON value the source has, different from row to row;
 * - `media`: an image or audio clip, `{ bytes, path }`, undecoded.
 */
export type Feature =
  | { readonly kind: 'value'; readonly dtype: string }
  | { readonly kind: 'class-label'; readonly names: readonly string[] }
  | { readonly kind: 'list'; readonly item: Feature }
  | { readonly kind: 'struct'; readonly fields: readonly Column[] }
  | { readonly kind: 'json' }
  | { readonly kind: 'media'; readonly type: string };

/** A named column of a data set, or field of a struct. */
export interface Column {
  readonly name: string;
  readonly feature: Feature;
}

/**
 * A value as Python's `datasets` gives it, in JavaScript's types. Integers beyond 2^53 are bigint. Dates, times, durations and decimals
 * are the text that Python's `str` prints. Whether a number is a float (and prints as `1.0`) is said by its feature.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A row: every column, `null` where it is missing. Column order is that of the columns (integer-like names sort first in objects). */
export type Row = Readonly<Record<string, Value>>;

/** True when Python holds the value as `float`. */
export function isFloatFeature(feature: Feature): boolean {
  return feature.kind === 'value' && feature.dtype.startsWith('float');
}
