import { readRotary } from '../config/rotary.js';
import type { Family } from './family.js';
import { allBiases, LLAMA_NAMES, ROTARY_BUFFERS } from './llama.js';
import { readSizes, requireActivation } from './sizes.js';

/** PhiForCausalLM: Phi-1, Phi-1.5, Phi-2. */
export const phi: Family = {
  architecture: 'phi2',
  names: {
    model: { 'model.embed_tokens': 'token_embd', 'model.final_layernorm': 'output_norm', lm_head: 'output' },
    layers: 'model.layers',
    parts: {
      ...LLAMA_NAMES.parts,
      'self_attn.dense': 'attn_output',
      'mlp.fc1': 'ffn_up',
      'mlp.fc2': 'ffn_down',
    },
  },
  buffers: ROTARY_BUFFERS,
  read(config) {
    const sizes = readSizes(config);
    const dimensions = Math.trunc(sizes.headLength * config.number('partial_rotary_factor', 0.5));
    const rotary = readRotary(config, { theta: 10_000, headLength: sizes.headLength, dimensions });
    requireActivation(config, ['hidden_act'], ['gelu_new', 'gelu_pytorch_tanh']);
    const epsilon = config.number('layer_norm_eps', 1e-5);
    return {
      metadata: { ...sizes.metadata, ...rotary.metadata, 'attention.layer_norm_epsilon': epsilon },
      computed: { 'rope_freqs.weight': rotary.factors },
      biases: { ...allBiases(true, true), attn_norm: true, ffn_gate: false },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};

/** Phi3ForCausalLM: Phi-3, Phi-3.5, Phi-4, as far as their rotary positions are not scaled. */
export const phi3: Family = {
  architecture: 'phi3',
  names: {
    ...LLAMA_NAMES,
    parts: { ...LLAMA_NAMES.parts, 'self_attn.qkv_proj': 'attn_qkv', 'mlp.gate_up_proj': 'ffn_up' },
  },
  buffers: ROTARY_BUFFERS,
  read(config) {
    const sizes = readSizes(config);
    const dimensions = Math.trunc(sizes.headLength * config.number('partial_rotary_factor', 1));
    const rotary = readRotary(config, { theta: 10_000, headLength: sizes.headLength, dimensions });
    requireActivation(config, ['hidden_act'], ['silu']);
    // Read together with a scaling, which is refused.
    config.ignore('original_max_position_embeddings');
    return {
      metadata: {
        ...sizes.metadata,
        ...rotary.metadata,
        'attention.layer_norm_rms_epsilon': config.number('rms_norm_eps', 1e-5),
        'attention.sliding_window': config.optionalNumber('sliding_window'),
      },
      computed: { 'rope_freqs.weight': rotary.factors },
      biases: { attn_qkv: false, attn_output: config.boolean('attention_bias', false), ffn_up: false, ffn_down: false },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};
