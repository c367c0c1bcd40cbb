/**
 * Formats of weights, by llama.cpp's names, from large to small. `bits`: bits a weight, block scales and the larger formats of single tensors
 * included, of Llama 3.1 8B in the table of `gh:ggml-org/llama.cpp tools/quantize/README.md`; of Q4_1 and Q4_0, which it leaves out, the
 * block's own.
 */
export const QUANTIZATIONS = {
  F32: { bits: 32 },
  F16: { bits: 16 },
  BF16: { bits: 16 },
  Q8_0: { bits: 8.5008 },
  Q6_K: { bits: 6.5633 },
  Q5_K_M: { bits: 5.7036 },
  Q4_1: { bits: 5 },
  Q4_K_M: { bits: 4.8944 },
  Q4_K_S: { bits: 4.6672 },
  Q4_0: { bits: 4.5 },
} as const;

/** Format of a model's weights. */
export type Quantization = keyof typeof QUANTIZATIONS;

/** Names of the formats. */
export const QUANTIZATION_NAMES = Object.keys(QUANTIZATIONS) as [Quantization, ...Quantization[]];

/** True for the name of a format that can be estimated. */
export function isQuantization(name: string): name is Quantization {
  return Object.hasOwn(QUANTIZATIONS, name);
}
