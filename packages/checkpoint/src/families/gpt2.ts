import type { Config } from '../config/config.js';
import type { Family, FamilyConfig, TensorNames } from './family.js';
import { GPT2_KEYS, readSizes, requireActivation, requireSwitches } from './sizes.js';

const JOINED = 'attn.c_attn';

const NAMES: TensorNames = {
  base: 'transformer',
  model: {
    'transformer.wte': 'token_embd',
    'transformer.wpe': 'position_embd',
    'transformer.ln_f': 'output_norm',
    lm_head: 'output',
  },
  layers: 'transformer.h',
  parts: {
    ln_1: 'attn_norm',
    [JOINED]: 'attn_qkv',
    'attn.c_proj': 'attn_output',
    ln_2: 'ffn_norm',
    'mlp.c_fc': 'ffn_up',
    'mlp.c_proj': 'ffn_down',
  },
};

function readGpt2(config: Config, kvHeads?: number): FamilyConfig {
  const sizes = readSizes(config, { keys: GPT2_KEYS, ...(kvHeads === undefined ? {} : { kvHeads }) });
  requireActivation(config, ['activation_function'], ['gelu_new', 'gelu_pytorch_tanh']);
  requireSwitches(config, {
    scale_attn_weights: true,
    scale_attn_by_inverse_layer_idx: false,
    add_cross_attention: false,
  });
  // The order in which scores are scaled.
  config.ignore('n_ctx', 'reorder_and_upcast_attn');
  return {
    metadata: {
      ...sizes.metadata,
      'attention.layer_norm_epsilon': config.number('layer_norm_epsilon', 1e-5),
    },
    computed: {},
    biases: { attn_norm: true, attn_qkv: true, attn_output: true, ffn_norm: true, ffn_up: true, ffn_down: true },
    tensors: { 'output_norm.bias': true },
    isTied: config.boolean('tie_word_embeddings', true),
  };
}

/** GPT2LMHeadModel. */
export const gpt2: Family = {
  architecture: 'gpt2',
  classes: ['GPT2LMHeadModel'],
  names: NAMES,
  transposed: [JOINED, 'attn.c_proj', 'mlp.c_fc', 'mlp.c_proj'],
  buffers: ['attn.bias', 'attn.masked_bias'],
  read: (config) => readGpt2(config),
};

/** GPTBigCodeForCausalLM: StarCoder, SantaCoder, WizardCoder. Its matrices are stored as all others'. */
export const gptBigCode: Family = {
  architecture: 'starcoder',
  names: NAMES,
  buffers: ['attn.bias', 'attn.masked_bias'],
  read(config) {
    const isMultiQuery = config.boolean('multi_query', true);
    const read = readGpt2(config, isMultiQuery ? 1 : undefined);
    // For servers.
    config.ignore('inference_runner', 'validate_runner_input', 'pad_key_length', 'pre_allocate_kv_cache');
    config.ignore('max_batch_size', 'max_sequence_length');
    if (isMultiQuery) return read;
    const { attn_qkv: _, ...biases } = read.biases;
    return {
      ...read,
      biases: { ...biases, attn_q: true, attn_k: true, attn_v: true },
      joined: {
        part: JOINED,
        groups: Number(read.metadata['attention.head_count']),
        rows: { attn_q: 1, attn_k: 1, attn_v: 1 },
      },
    };
  },
};
