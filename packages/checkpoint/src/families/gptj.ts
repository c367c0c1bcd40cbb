import type { Config } from '../config/config.js';
import type { Family, FamilyConfig, TensorNames } from './family.js';
import { GPT2_KEYS, readSizes, requireActivation, requireSwitches } from './sizes.js';

const NAMES: TensorNames = {
  base: 'transformer',
  model: { 'transformer.wte': 'token_embd', 'transformer.ln_f': 'output_norm', lm_head: 'output' },
  layers: 'transformer.h',
  parts: {
    ln_1: 'attn_norm',
    'attn.q_proj': 'attn_q',
    'attn.k_proj': 'attn_k',
    'attn.v_proj': 'attn_v',
    'attn.out_proj': 'attn_output',
    'mlp.fc_in': 'ffn_up',
    'mlp.fc_out': 'ffn_down',
  },
};

function readGptj(config: Config): FamilyConfig {
  const sizes = readSizes(config, { keys: GPT2_KEYS });
  requireActivation(config, ['activation_function'], ['gelu_new', 'gelu_pytorch_tanh']);
  // GPT-J's first files say so.
  requireSwitches(config, { rotary: true, scale_attn_weights: true });
  config.ignore('n_ctx');
  return {
    metadata: {
      ...sizes.metadata,
      'attention.layer_norm_epsilon': config.number('layer_norm_epsilon', 1e-5),
      'rope.dimension_count': config.number('rotary_dim'),
    },
    computed: {},
    biases: { attn_norm: true, ffn_up: true, ffn_down: true },
    tensors: { 'output_norm.bias': true, 'output.bias': true },
    isTied: config.boolean('tie_word_embeddings', false),
  };
}

/** GPTJForCausalLM. */
export const gptj: Family = {
  architecture: 'gptj',
  names: NAMES,
  buffers: ['attn.bias', 'attn.masked_bias', 'attn.embed_positions'],
  read: readGptj,
};

/** Its joined matrix is that of four machines, of which each had its share of Q, V and K. */
const MACHINES = 4;

/** CodeGenForCausalLM. */
export const codegen: Family = {
  ...gptj,
  buffers: ['attn.causal_mask', 'attn.bias', 'attn.masked_bias'],
  read: (config) => ({
    ...readGptj(config),
    joined: { part: 'attn.qkv_proj', groups: MACHINES, rows: { attn_q: 1, attn_v: 1, attn_k: 1 } },
  }),
};

/** MossForCausalLM, its authors' class: CodeGen under another name. Quantised files have whole numbers, and are refused. */
export const moss: Family = {
  ...codegen,
  read(config) {
    const bits = config.optionalNumber('wbits') ?? 32;
    if (bits !== 32) config.refuse(`its weights have ${bits} bits`);
    config.ignore('groupsize');
    return codegen.read(config);
  },
};
