import { readRotary } from '../config/rotary.js';
import type { Family } from './family.js';
import { allBiases, LLAMA_NAMES, ROTARY_BUFFERS } from './llama.js';
import { readSizes, requireActivation } from './sizes.js';

/** StableLmForCausalLM: StableLM 3B-4E1T and StableLM 2. */
export const stablelm: Family = {
  architecture: 'stablelm',
  names: LLAMA_NAMES,
  buffers: ROTARY_BUFFERS,
  stacks: {
    'self_attn.q_layernorm.norms.*': 'attn_q_norm',
    'self_attn.k_layernorm.norms.*': 'attn_k_norm',
  },
  read(config) {
    const sizes = readSizes(config, { kvHeads: 32 });
    const dimensions = Math.trunc(sizes.headLength * config.number('partial_rotary_factor', 0.25));
    const rotary = readRotary(config, { theta: 10_000, headLength: sizes.headLength, dimensions });
    requireActivation(config, ['hidden_act'], ['silu']);
    const normsHeads = config.boolean('qk_layernorm', false);
    const isParallel = config.boolean('use_parallel_residual', false);
    return {
      metadata: {
        ...sizes.metadata,
        ...rotary.metadata,
        'attention.layer_norm_epsilon': config.number('layer_norm_eps', 1e-5),
      },
      computed: { 'rope_freqs.weight': rotary.factors },
      biases: {
        ...allBiases(config.boolean('use_qkv_bias', false), false),
        attn_output: false,
        attn_norm: true,
        ...(isParallel ? {} : { ffn_norm: true }),
      },
      parts: { ffn_norm: !isParallel, attn_q_norm: normsHeads, attn_k_norm: normsHeads },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};
