import type { Config } from '../config/config.js';
import { readRotary } from '../config/rotary.js';
import type { Family, JoinedRows } from './family.js';
import { readSizes, requireActivation, requireSwitches } from './sizes.js';

const JOINED = 'self_attention.query_key_value';

/** Names of its first files beside those of today. */
const KEYS = {
  layers: ['num_hidden_layers', 'n_layer'],
  embeddingLength: ['hidden_size', 'n_embed'],
  heads: ['num_attention_heads', 'n_head'],
  contextLength: ['max_position_embeddings'],
};

/** FalconForCausalLM: 7B, 40B, 180B, Falcon-RW, Falcon 2; RWForCausalLM of `model_type` RefinedWebModel, its authors' first class for 7B. */
export const falcon: Family = {
  architecture: 'falcon',
  names: {
    base: 'transformer',
    model: { 'transformer.word_embeddings': 'token_embd', 'transformer.ln_f': 'output_norm', lm_head: 'output' },
    layers: 'transformer.h',
    parts: {
      input_layernorm: 'attn_norm',
      // Where attention has a norm of its own, the feed-forward network has the first.
      ln_attn: 'attn_norm_2',
      ln_mlp: 'attn_norm',
      post_attention_layernorm: 'ffn_norm',
      [JOINED]: 'attn_qkv',
      'self_attention.dense': 'attn_output',
      'mlp.dense_h_to_4h': 'ffn_up',
      'mlp.dense_4h_to_h': 'ffn_down',
    },
  },
  buffers: ['self_attention.rotary_emb.inv_freq', 'self_attention.maybe_rotary.inv_freq'],
  read: (config) => readFalcon(config, config.boolean('new_decoder_architecture', false)),
};

/** RWForCausalLM of `model_type` RefinedWeb, its authors' first class for 40B, which had no key yet for what it does. */
export const refinedWeb: Family = { ...falcon, read: (config) => readFalcon(config, true) };

function readFalcon(config: Config, isNew: boolean): ReturnType<Family['read']> {
  const heads = config.numberOf(KEYS.heads);
  const stated = config.numberOf(['num_kv_heads', 'n_head_kv'], heads);
  const isMultiQuery = !isNew && config.boolean('multi_query', true);
  config.ignore('multi_query');
  const kvHeads = isMultiQuery ? 1 : stated;
  const sizes = readSizes(config, { keys: KEYS, kvHeads, contextLength: 2048 });
  requireActivation(config, ['activation'], ['gelu']);
  requireSwitches(config, { apply_residual_connection_post_layernorm: false });
  const isParallel = config.boolean('parallel_attn', true);
  const norms = config.optionalNumber('num_ln_in_parallel_attn') ?? (isNew ? 2 : 1);
  const hasTwoNorms = isParallel && isNew && norms === 2;
  const hasBias = config.boolean('bias', false);
  const hasAlibi = config.boolean('alibi', false);
  const rotary = hasAlibi ? undefined : readRotary(config, { theta: 10_000, headLength: sizes.headLength });
  config.ignore('rope_theta', 'rope_scaling', 'rope_parameters');
  const joined = joinedRows({ isNew, isMultiQuery, heads, kvHeads });
  const projected = joined === undefined ? ['attn_qkv'] : Object.keys(joined.rows);
  const biased = [...projected, 'attn_output', 'ffn_up', 'ffn_down'].map((part) => [part, hasBias] as const);
  return {
    metadata: {
      ...sizes.metadata,
      'attention.layer_norm_epsilon': config.number('layer_norm_epsilon', 1e-5),
      ...(rotary?.metadata ?? { 'attention.max_alibi_bias': 8 }),
    },
    computed: { 'rope_freqs.weight': rotary?.factors },
    biases: { ...Object.fromEntries(biased), attn_norm: true },
    parts: { attn_norm_2: hasTwoNorms, ffn_norm: !isParallel },
    tensors: { 'output_norm.bias': true },
    isTied: config.boolean('tie_word_embeddings', true),
    ...(joined === undefined ? {} : { joined }),
  };
}

/** With one head of K and V: all of Q, then K, V, as graphs see them. Else in groups that have a head of K and one of V. */
function joinedRows(of: {
  readonly isNew: boolean;
  readonly isMultiQuery: boolean;
  readonly heads: number;
  readonly kvHeads: number;
}): JoinedRows | undefined {
  if (of.isMultiQuery) return undefined;
  const groups = of.isNew ? of.kvHeads : of.heads;
  return { part: JOINED, groups, rows: { attn_q: of.heads / groups, attn_k: 1, attn_v: 1 } };
}
