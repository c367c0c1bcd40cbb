import type { Family } from './family.js';
import { readSizes, requireActivation, requireSwitches } from './sizes.js';

/** Rows of its table of positions before that of the first token. */
const UNUSED_POSITIONS = 2;

/** Its norms' ε, which no configuration has. */
const EPSILON = 1e-5;

/** OPTForCausalLM: OPT but for 350M, which norms behind its branches, and Galactica. */
export const opt: Family = {
  architecture: 'opt',
  names: {
    base: 'model',
    model: {
      'model.decoder.embed_tokens': 'token_embd',
      'model.decoder.embed_positions': 'position_embd',
      'model.decoder.final_layer_norm': 'output_norm',
      lm_head: 'output',
    },
    layers: 'model.decoder.layers',
    parts: {
      self_attn_layer_norm: 'attn_norm',
      'self_attn.q_proj': 'attn_q',
      'self_attn.k_proj': 'attn_k',
      'self_attn.v_proj': 'attn_v',
      'self_attn.out_proj': 'attn_output',
      final_layer_norm: 'ffn_norm',
      fc1: 'ffn_up',
      fc2: 'ffn_down',
    },
  },
  read(config) {
    const sizes = readSizes(config);
    requireActivation(config, ['activation_function'], ['relu', 'gelu']);
    requireSwitches(config, {
      do_layer_norm_before: true,
      _remove_final_layer_norm: false,
      learned_embeddings: true,
      scale_embeddings: false,
    });
    const projected = config.optionalNumber('word_embed_proj_dim') ?? sizes.embeddingLength;
    if (projected !== sizes.embeddingLength) config.refuse(`its embedding is projected from a length of ${projected}`);
    const hasBias = config.boolean('enable_bias', true);
    const normsScale = config.boolean('layer_norm_elementwise_affine', true);
    const ones = new Float32Array(sizes.embeddingLength).fill(1);
    const norms = Array.from({ length: sizes.layers }, (_, i) => [`blk.${i}.attn_norm`, `blk.${i}.ffn_norm`]).flat();
    return {
      metadata: {
        ...sizes.metadata,
        'attention.layer_norm_epsilon': EPSILON,
        hidden_activation: config.optionalString('activation_function'),
      },
      // Graphs' norms have a weight.
      computed: normsScale
        ? {}
        : Object.fromEntries([...norms, 'output_norm'].map((norm) => [`${norm}.weight`, ones] as const)),
      biases: {
        attn_norm: normsScale,
        ffn_norm: normsScale,
        attn_q: hasBias,
        attn_k: hasBias,
        attn_v: hasBias,
        attn_output: hasBias,
        ffn_up: hasBias,
        ffn_down: hasBias,
      },
      tensors: { 'output_norm.bias': normsScale },
      isTied: config.boolean('tie_word_embeddings', true),
      unusedRows: { position_embd: UNUSED_POSITIONS },
    };
  },
};
