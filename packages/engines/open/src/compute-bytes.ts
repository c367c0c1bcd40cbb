import type { ComputeFormat } from '@understudy/core';

/** Bytes a weight takes in each format, scales of blocks included (ggml block layouts: 32 weights share an F16 scale). */
export const BYTES_PER_WEIGHT: Readonly<Record<Exclude<ComputeFormat, 'auto' | 'native'>, number>> = {
  f32: 4,
  f16: 2,
  bf16: 2,
  q8_0: 34 / 32,
  q4_0: 18 / 32,
};
