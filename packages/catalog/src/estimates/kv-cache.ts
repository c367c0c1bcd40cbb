/** Bytes of a number in a K/V cache: `block_*` of ggml's `ggml-common.h`. */
export const KV_TYPES = { f32: 4, f16: 2, bf16: 2, q8_0: 34 / 32, q4_0: 18 / 32 } as const;

/** Format of a K/V cache. */
export type KvType = keyof typeof KV_TYPES;

/** The shape that a K/V cache follows from. */
export interface KvShape {
  readonly layers: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
}

/** Bytes that K and V of one token take over all layers: 2 × layers × K/V heads × head size × bytes of a number. */
export function kvBytesPerToken({ layers, keyValueHeads, headSize }: KvShape, kvType: KvType = 'f16'): number {
  return 2 * layers * keyValueHeads * headSize * KV_TYPES[kvType];
}
