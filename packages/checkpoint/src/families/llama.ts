import type { Config } from '../config/config.js';
import { readRotary } from '../config/rotary.js';
import type { Family, FamilyConfig, TensorNames } from './family.js';
import { layerKinds, readSizes, requireActivation, requireFullAttention } from './sizes.js';

/** Names that Llama's class gave its tensors, and most classes after it. */
export const LLAMA_NAMES: TensorNames = {
  model: { 'model.embed_tokens': 'token_embd', 'model.norm': 'output_norm', lm_head: 'output' },
  layers: 'model.layers',
  parts: {
    input_layernorm: 'attn_norm',
    'self_attn.q_proj': 'attn_q',
    'self_attn.k_proj': 'attn_k',
    'self_attn.v_proj': 'attn_v',
    'self_attn.o_proj': 'attn_output',
    post_attention_layernorm: 'ffn_norm',
    'mlp.gate_proj': 'ffn_gate',
    'mlp.up_proj': 'ffn_up',
    'mlp.down_proj': 'ffn_down',
  },
};

/** A table that older versions saved with the weights. */
export const ROTARY_BUFFERS = ['rotary_emb.inv_freq'];

/** Biases of all parts of the attention, and of the feed-forward network. */
export function allBiases(attention: boolean, feedForward: boolean): Readonly<Record<string, boolean>> {
  return {
    attn_q: attention,
    attn_k: attention,
    attn_v: attention,
    attn_output: attention,
    ffn_gate: feedForward,
    ffn_up: feedForward,
    ffn_down: feedForward,
  };
}

interface LlamaDefaults {
  readonly theta?: number;
  readonly epsilon?: number;
  readonly kvHeads?: number;
  /** Tokens a token sees. */
  readonly window?: number | undefined;
}

/** What Llama and its nearest kin have in common. */
function readLlama(
  config: Config,
  { theta = 10_000, epsilon = 1e-6, kvHeads, window }: LlamaDefaults = {},
): FamilyConfig {
  const sizes = readSizes(config, kvHeads === undefined ? {} : { kvHeads });
  const rotary = readRotary(config, { theta, headLength: sizes.headLength });
  requireActivation(config, ['hidden_act'], ['silu']);
  return {
    metadata: {
      ...sizes.metadata,
      ...rotary.metadata,
      'attention.layer_norm_rms_epsilon': config.number('rms_norm_eps', epsilon),
      'attention.sliding_window': window,
    },
    computed: { 'rope_freqs.weight': rotary.factors },
    biases: allBiases(false, false),
    isTied: config.boolean('tie_word_embeddings', false),
  };
}

/** LlamaForCausalLM. */
export const llama: Family = {
  architecture: 'llama',
  names: LLAMA_NAMES,
  buffers: ROTARY_BUFFERS,
  read(config) {
    requireFullAttention(config, config.number('num_hidden_layers'));
    const biases = allBiases(config.boolean('attention_bias', false), config.boolean('mlp_bias', false));
    return { ...readLlama(config), biases };
  },
};

/** A window in every layer, or in none. */
function windowOfAll(config: Config, fallback: number | undefined): number | undefined {
  const kinds = layerKinds(config, config.number('num_hidden_layers'));
  const window = config.optionalNumber('sliding_window') ?? fallback;
  if (kinds === undefined) return window;
  if (new Set(kinds).size > 1) config.refuse('some of its layers have a sliding window and others not');
  return kinds[0] === 'sliding_attention' ? window : undefined;
}

/** MistralForCausalLM. */
export const mistral: Family = {
  ...llama,
  read: (config) => readLlama(config, { kvHeads: 8, window: windowOfAll(config, undefined) }),
};

/** MixtralForCausalLM. */
export const mixtral: Family = {
  ...llama,
  names: { ...LLAMA_NAMES, parts: { ...LLAMA_NAMES.parts, 'block_sparse_moe.gate': 'ffn_gate_inp' } },
  stacks: {
    'block_sparse_moe.experts.*.w1': 'ffn_gate_exps',
    'block_sparse_moe.experts.*.w2': 'ffn_down_exps',
    'block_sparse_moe.experts.*.w3': 'ffn_up_exps',
  },
  read(config) {
    const window = windowOfAll(config, undefined);
    const { metadata, ...rest } = readLlama(config, { kvHeads: 8, epsilon: 1e-5, theta: 1e6, window });
    const experts = {
      expert_count: config.number('num_local_experts', 8),
      expert_used_count: config.number('num_experts_per_tok', 2),
    };
    return { ...rest, metadata: { ...metadata, ...experts } };
  },
};

/** Qwen2ForCausalLM (Qwen 1.5 and 2.5 too): biases of Q, K and V. */
export const qwen2: Family = {
  ...llama,
  architecture: 'qwen2',
  read(config) {
    if (config.boolean('use_sliding_window', false)) config.refuse('some of its layers have a sliding window');
    requireFullAttention(config, config.number('num_hidden_layers'));
    config.ignore('sliding_window', 'max_window_layers');
    const biases = { ...allBiases(true, false), attn_output: false };
    return { ...readLlama(config, { kvHeads: 32 }), biases };
  },
};
