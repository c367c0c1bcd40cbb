import { readRotary } from '../config/rotary.js';
import type { Family } from './family.js';
import { readSizes, requireSwitches } from './sizes.js';

/** Names of its first files beside those of later ones. */
const KEYS = {
  layers: ['num_hidden_layers', 'n_layer'],
  embeddingLength: ['hidden_size', 'n_embd'],
  heads: ['num_attention_heads', 'n_head'],
  contextLength: ['max_position_embeddings', 'n_positions'],
};

/** QWenLMHeadModel, its authors' class: Qwen 1. */
export const qwen: Family = {
  architecture: 'qwen',
  classes: ['QWenLMHeadModel'],
  names: {
    model: { 'transformer.wte': 'token_embd', 'transformer.ln_f': 'output_norm', lm_head: 'output' },
    layers: 'transformer.h',
    parts: {
      ln_1: 'attn_norm',
      'attn.c_attn': 'attn_qkv',
      'attn.c_proj': 'attn_output',
      ln_2: 'ffn_norm',
      'mlp.w1': 'ffn_up',
      'mlp.w2': 'ffn_gate',
      'mlp.c_proj': 'ffn_down',
    },
  },
  buffers: ['rotary_emb.inv_freq', 'attn.masked_bias'],
  read(config) {
    const headLength = config.optionalNumber('kv_channels') ?? 128;
    const sizes = readSizes(config, { keys: KEYS, headLength });
    // Beyond it angles and scores would change with the length of the text.
    const trained = config.number('seq_length', Number(sizes.metadata['context_length']));
    const grows = [config.boolean('use_dynamic_ntk', true), config.boolean('use_logn_attn', true)].includes(true);
    const longest = Number(sizes.metadata['context_length']);
    const share = config.number('rotary_pct', 1);
    const rotary = readRotary(config, {
      theta: 10_000,
      thetaKey: 'rotary_emb_base',
      headLength,
      dimensions: Math.trunc(headLength * share),
    });
    requireSwitches(config, { scale_attn_weights: true, apply_residual_connection_post_layernorm: false });
    const activation = config.optionalString('activation') ?? 'swiglu';
    if (activation !== 'swiglu') config.refuse(`its activation is '${activation}'`);
    const positions = config.optionalString('pos_emb') ?? 'rotary';
    if (positions !== 'rotary') config.refuse(`its positions are '${positions}'`);
    // In which precision it is computed, and how its cache is kept.
    config.ignore('fp16', 'bf16', 'fp32', 'params_dtype', 'use_flash_attn', 'onnx_safe', 'tokenizer_type');
    config.ignore('use_cache_quantization', 'use_cache_kernel');
    const hasBias = !config.boolean('no_bias', true);
    return {
      metadata: {
        ...sizes.metadata,
        ...rotary.metadata,
        context_length: grows ? Math.min(trained, longest) : longest,
        'attention.layer_norm_rms_epsilon': config.number('layer_norm_epsilon', 1e-6),
      },
      computed: { 'rope_freqs.weight': rotary.factors },
      biases: { attn_qkv: true, attn_output: hasBias, ffn_up: hasBias, ffn_gate: hasBias, ffn_down: hasBias },
      isTied: config.boolean('tie_word_embeddings', false),
    };
  },
};
