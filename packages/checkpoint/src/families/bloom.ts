import type { Family } from './family.js';
import { readSizes, requireSwitches } from './sizes.js';

/** Names of its first files beside those of today; positions, which are a bias, have no end by themselves. */
const KEYS = {
  layers: ['n_layer', 'num_hidden_layers'],
  embeddingLength: ['hidden_size', 'n_embed'],
  heads: ['n_head', 'num_attention_heads'],
  contextLength: ['seq_length'],
};

/** BloomForCausalLM: BLOOM, BLOOMZ, BELLE. */
export const bloom: Family = {
  architecture: 'bloom',
  names: {
    base: 'transformer',
    model: {
      'transformer.word_embeddings': 'token_embd',
      'transformer.word_embeddings_layernorm': 'token_embd_norm',
      'transformer.ln_f': 'output_norm',
      lm_head: 'output',
    },
    layers: 'transformer.h',
    parts: {
      input_layernorm: 'attn_norm',
      'self_attention.dense': 'attn_output',
      post_attention_layernorm: 'ffn_norm',
      'mlp.dense_h_to_4h': 'ffn_up',
      'mlp.dense_4h_to_h': 'ffn_down',
    },
  },
  read(config) {
    const sizes = readSizes(config, { keys: KEYS, contextLength: 2048 });
    requireSwitches(config, { apply_residual_connection_post_layernorm: false });
    // How its class computed and was trained.
    config.ignore('slow_but_exact', 'skip_bias_add', 'skip_bias_add_qkv', 'masked_softmax_fusion', 'offset_alibi');
    return {
      metadata: {
        ...sizes.metadata,
        'attention.layer_norm_epsilon': config.number('layer_norm_epsilon', 1e-5),
      },
      computed: {},
      biases: {
        attn_norm: true,
        attn_q: true,
        attn_k: true,
        attn_v: true,
        attn_output: true,
        ffn_norm: true,
        ffn_up: true,
        ffn_down: true,
      },
      tensors: { 'token_embd_norm.bias': true, 'output_norm.bias': true },
      isTied: config.boolean('tie_word_embeddings', true),
      joined: {
        part: 'self_attention.query_key_value',
        groups: sizes.heads,
        rows: { attn_q: 1, attn_k: 1, attn_v: 1 },
      },
    };
  },
};
