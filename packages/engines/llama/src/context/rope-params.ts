import type { RopeSettings } from '@understudy/core';
import type { ContextParams } from '../binding/structs.js';

/** `llama_rope_scaling_type`. */
const SCALING_TYPES = { none: 0, linear: 1, yarn: 2 } as const;

/** Fields of `llama_context_params` for rotary positions; those that are left out keep the library's "as the model says". */
export function ropeParams(rope: RopeSettings = {}): Partial<ContextParams> {
  const { scaling, scale, freqBase, yarnOrigCtx, yarnExtFactor, yarnBetaFast, yarnBetaSlow } = rope;
  return {
    ...(scaling !== undefined && { rope_scaling_type: SCALING_TYPES[scaling] }),
    ...(scale !== undefined && { rope_freq_scale: 1 / scale }),
    ...(freqBase !== undefined && { rope_freq_base: freqBase }),
    ...(yarnOrigCtx !== undefined && { yarn_orig_ctx: yarnOrigCtx }),
    ...(yarnExtFactor !== undefined && { yarn_ext_factor: yarnExtFactor }),
    ...(yarnBetaFast !== undefined && { yarn_beta_fast: yarnBetaFast }),
    ...(yarnBetaSlow !== undefined && { yarn_beta_slow: yarnBetaSlow }),
  };
}
