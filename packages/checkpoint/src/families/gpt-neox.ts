import { readRotary } from '../config/rotary.js';
import type { Family } from './family.js';
import { readSizes, requireActivation } from './sizes.js';

/** GPTNeoXForCausalLM: Pythia, Dolly 2, StableLM-alpha, RedPajama-INCITE. */
export const gptNeox: Family = {
  architecture: 'gptneox',
  names: {
    model: {
      'gpt_neox.embed_in': 'token_embd',
      'gpt_neox.final_layer_norm': 'output_norm',
      embed_out: 'output',
    },
    layers: 'gpt_neox.layers',
    parts: {
      input_layernorm: 'attn_norm',
      post_attention_layernorm: 'ffn_norm',
      'attention.dense': 'attn_output',
      'mlp.dense_h_to_4h': 'ffn_up',
      'mlp.dense_4h_to_h': 'ffn_down',
    },
  },
  buffers: ['attention.rotary_emb.inv_freq', 'attention.bias', 'attention.masked_bias'],
  read(config) {
    const sizes = readSizes(config);
    // transformers 4.5x writes both names.
    const share = config.optionalNumber('rotary_pct') ?? config.number('partial_rotary_factor', 0.25);
    const rotary = readRotary(config, {
      theta: 10_000,
      thetaKey: 'rotary_emb_base',
      headLength: sizes.headLength,
      dimensions: Math.trunc(sizes.headLength * share),
    });
    requireActivation(config, ['hidden_act'], ['gelu']);
    const hasBias = config.boolean('attention_bias', true);
    return {
      metadata: {
        ...sizes.metadata,
        ...rotary.metadata,
        'attention.layer_norm_epsilon': config.number('layer_norm_eps', 1e-5),
        use_parallel_residual: config.boolean('use_parallel_residual', true),
      },
      computed: { 'rope_freqs.weight': rotary.factors },
      biases: {
        attn_q: hasBias,
        attn_k: hasBias,
        attn_v: hasBias,
        attn_output: hasBias,
        attn_norm: true,
        ffn_norm: true,
        ffn_up: true,
        ffn_down: true,
      },
      joined: { part: 'attention.query_key_value', groups: sizes.heads, rows: { attn_q: 1, attn_k: 1, attn_v: 1 } },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};
