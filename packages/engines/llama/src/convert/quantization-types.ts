/** Formats that libllama writes, by its own names (`llama_ftype`), in lower case. */
export const QUANTIZATION_TYPES = {
  f32: 0,
  f16: 1,
  bf16: 32,
  q8_0: 7,
  q4_0: 2,
  q4_1: 3,
  q5_0: 8,
  q5_1: 9,
  q2_k: 10,
  q2_k_s: 21,
  q3_k_s: 11,
  q3_k_m: 12,
  q3_k_l: 13,
  q4_k_s: 14,
  q4_k_m: 15,
  q5_k_s: 16,
  q5_k_m: 17,
  q6_k: 18,
  iq1_s: 24,
  iq1_m: 31,
  iq2_xxs: 19,
  iq2_xs: 20,
  iq2_s: 28,
  iq2_m: 29,
  iq3_xxs: 23,
  iq3_xs: 22,
  iq3_s: 26,
  iq3_m: 27,
  iq4_nl: 25,
  iq4_xs: 30,
  tq1_0: 36,
  tq2_0: 37,
  mxfp4_moe: 38,
  nvfp4: 39,
  q1_0: 40,
  q2_0: 41,
} as const;

export type QuantizationType = keyof typeof QUANTIZATION_TYPES;

/** True for the name of a format that libllama writes. */
export function isQuantizationType(name: string): name is QuantizationType {
  return Object.hasOwn(QUANTIZATION_TYPES, name);
}
