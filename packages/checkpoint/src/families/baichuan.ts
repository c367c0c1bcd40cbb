import { readRotary } from '../config/rotary.js';
import type { Family } from './family.js';
import { allBiases, LLAMA_NAMES, ROTARY_BUFFERS } from './llama.js';
import { readSizes, requireActivation } from './sizes.js';

/** Entries of the vocabularies by which files are told apart: there is no other sign of it. */
const FIRST_VOCABULARY = 64_000;
const SECOND_VOCABULARY = 125_696;

/** Layers of the 7B models, which rotate. The 13B models have ALiBi. */
const ROTARY_LAYERS = 32;

const KEYS = {
  layers: ['num_hidden_layers'],
  embeddingLength: ['hidden_size'],
  heads: ['num_attention_heads'],
  contextLength: ['max_position_embeddings', 'model_max_length'],
};

/** BaiChuanForCausalLM, BaichuanForCausalLM, their authors' classes: Baichuan, and Baichuan 2 with its NormHead. */
export const baichuan: Family = {
  architecture: 'baichuan',
  names: { ...LLAMA_NAMES, parts: { ...LLAMA_NAMES.parts, 'self_attn.W_pack': 'attn_qkv' } },
  buffers: ROTARY_BUFFERS,
  read(config) {
    const sizes = readSizes(config, { keys: KEYS });
    requireActivation(config, ['hidden_act'], ['silu']);
    const vocabulary = config.number('vocab_size');
    if (vocabulary !== FIRST_VOCABULARY && vocabulary !== SECOND_VOCABULARY) {
      config.refuse(
        `its vocabulary of ${vocabulary} does not tell whether it is Baichuan (${FIRST_VOCABULARY}) or Baichuan 2 (${SECOND_VOCABULARY}), whose last matrix has rows of length 1`,
      );
    }
    const rotates = sizes.layers === ROTARY_LAYERS;
    const rotary = rotates ? readRotary(config, { theta: 10_000, headLength: sizes.headLength }) : undefined;
    return {
      metadata: {
        ...sizes.metadata,
        ...rotary?.metadata,
        'attention.layer_norm_rms_epsilon': config.number('rms_norm_eps', 1e-6),
      },
      computed: { 'rope_freqs.weight': rotary?.factors },
      biases: { attn_qkv: false, ...allBiases(false, false) },
      isTied: config.boolean('tie_word_embeddings', false),
      unitRows: vocabulary === SECOND_VOCABULARY ? ['output'] : [],
    };
  },
};
