import type { Config } from '../config/config.js';
import { halfPrecisionFactors } from '../config/rotary.js';
import type { Family } from './family.js';
import { readSizes, requireSwitches } from './sizes.js';

const FIRST_KEYS = {
  layers: ['num_layers'],
  embeddingLength: ['hidden_size'],
  heads: ['num_attention_heads'],
  contextLength: ['max_sequence_length'],
};

const KEYS = { ...FIRST_KEYS, contextLength: ['seq_length'] };

/** What its configurations call the language model, beside its class. */
const CLASSES = ['ChatGLMModel', 'ChatGLMForConditionalGeneration'];

/** ChatGLM-6B, the prefix decoder. */
export const chatglm1: Family = {
  architecture: 'chatglm1',
  classes: CLASSES,
  names: {
    model: {
      'transformer.word_embeddings': 'token_embd',
      'transformer.final_layernorm': 'output_norm',
      lm_head: 'output',
    },
    layers: 'transformer.layers',
    parts: {
      input_layernorm: 'attn_norm',
      'attention.dense': 'attn_output',
      post_attention_layernorm: 'ffn_norm',
      'mlp.dense_h_to_4h': 'ffn_up',
      'mlp.dense_4h_to_h': 'ffn_down',
    },
  },
  buffers: ['rotary_emb.inv_freq'],
  read(config) {
    const sizes = readSizes(config, { keys: FIRST_KEYS });
    requireSwitches(config, { position_encoding_2d: true });
    // What it is called in old files and in ours.
    config.ignore('is_encoder_decoder', 'mask_token_id');
    return {
      metadata: {
        ...sizes.metadata,
        'attention.layer_norm_epsilon': config.number('layernorm_epsilon', 1e-5),
        'rope.dimension_count': sizes.headLength / 2,
        decoder_start_token_id: config.number('bos_token_id'),
        context_end_token_id: config.number('gmask_token_id'),
      },
      computed: { 'rope_freqs.weight': halfPrecisionFactors(sizes.headLength / 2) },
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
      tensors: { 'output_norm.bias': true },
      isTied: config.boolean('tie_word_embeddings', false),
      joined: {
        part: 'attention.query_key_value',
        groups: sizes.heads,
        rows: { attn_q: 1, attn_k: 1, attn_v: 1 },
      },
    };
  },
};

/** ChatGLM2, ChatGLM3, the first GLM-4, within the length that they were trained for first. */
export const chatglm2: Family = {
  architecture: 'chatglm',
  classes: CLASSES,
  names: {
    model: {
      'transformer.embedding.word_embeddings': 'token_embd',
      'transformer.encoder.final_layernorm': 'output_norm',
      'transformer.output_layer': 'output',
    },
    layers: 'transformer.encoder.layers',
    parts: {
      input_layernorm: 'attn_norm',
      'self_attention.query_key_value': 'attn_qkv',
      'self_attention.dense': 'attn_output',
      post_attention_layernorm: 'ffn_norm',
      'mlp.dense_h_to_4h': 'ffn_up',
      'mlp.dense_4h_to_h': 'ffn_down',
    },
  },
  buffers: ['rotary_pos_emb.inv_freq'],
  read(config) {
    const heads = config.number('num_attention_heads');
    const groups = config.boolean('multi_query_attention', false) ? config.number('multi_query_group_num', 1) : heads;
    config.ignore('multi_query_group_num');
    const headLength = config.optionalNumber('kv_channels') ?? config.number('hidden_size') / heads;
    const sizes = readSizes(config, { keys: KEYS, kvHeads: groups, headLength });
    requireSwitches(config, { rmsnorm: true, post_layer_norm: true, apply_residual_connection_post_layernorm: false });
    // ChatGLM2-32K divides places by it, ChatGLM3-32K and GLM-4 multiply the base; their configurations do not tell them apart.
    const ratio = config.number('rope_ratio', 1);
    if (ratio !== 1) config.refuse(`its rope_ratio of ${ratio} has two meanings`);
    // A factor that is taken out again, how sums are kept, and what its code does not read.
    config.ignore('apply_query_key_layer_scaling', 'fp32_residual_connection', 'original_rope', 'interleaved_qkv');
    const hasBias = config.boolean('add_bias_linear', false);
    const hasProjectionBias = config.boolean('add_qkv_bias', false) || hasBias;
    return {
      metadata: {
        ...sizes.metadata,
        'attention.layer_norm_rms_epsilon': config.number('layernorm_epsilon', 1e-5),
        'rope.dimension_count': headLength / 2,
      },
      computed: {},
      biases: { attn_qkv: hasProjectionBias, attn_output: hasBias, ffn_up: hasBias, ffn_down: hasBias },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};

/** Both have one `model_type`; only the first has this key. */
export function chatglm(config: Config): Family {
  return config.optionalNumber('inner_hidden_size') === undefined ? chatglm2 : chatglm1;
}
