import type { Config } from '../config/config.js';
import { readRotary } from '../config/rotary.js';
import type { Family, FamilyConfig, TensorNames } from './family.js';
import { allBiases, LLAMA_NAMES, ROTARY_BUFFERS } from './llama.js';
import { layerKinds, readSizes, requireActivation, type Sizes } from './sizes.js';

const TANH = ['gelu_pytorch_tanh'];

interface GemmaDefaults {
  readonly theta: number;
  readonly kvHeads: number;
  readonly activation: readonly string[];
}

function readGemma(
  config: Config,
  { theta, kvHeads, activation }: GemmaDefaults,
): { sizes: Sizes; family: FamilyConfig } {
  const sizes = readSizes(config, { kvHeads, headLength: 256 });
  const rotary = readRotary(config, { theta, headLength: sizes.headLength });
  requireActivation(config, activation, TANH);
  config.ignore('hidden_act', 'hidden_activation');
  const epsilon = config.number('rms_norm_eps', 1e-6);
  const family: FamilyConfig = {
    metadata: { ...sizes.metadata, ...rotary.metadata, 'attention.layer_norm_rms_epsilon': epsilon },
    computed: { 'rope_freqs.weight': rotary.factors },
    biases: allBiases(config.boolean('attention_bias', false), false),
    isTied: config.boolean('tie_word_embeddings', true),
  };
  return { sizes, family };
}

/** GemmaForCausalLM. */
export const gemma: Family = {
  architecture: 'gemma',
  names: LLAMA_NAMES,
  normsAddOne: true,
  buffers: ROTARY_BUFFERS,
  read: (config) => readGemma(config, { theta: 10_000, kvHeads: 16, activation: ['hidden_act'] }).family,
};

/** Norms before and behind each branch. */
const NAMES: TensorNames = {
  ...LLAMA_NAMES,
  parts: {
    ...LLAMA_NAMES.parts,
    post_attention_layernorm: 'post_attention_norm',
    pre_feedforward_layernorm: 'ffn_norm',
    post_feedforward_layernorm: 'post_ffw_norm',
    'self_attn.q_norm': 'attn_q_norm',
    'self_attn.k_norm': 'attn_k_norm',
  },
};

/** A flag for each layer: true where it has a window. */
function windowFlags(config: Config, layers: number, interval: number): readonly boolean[] {
  const every = config.optionalNumber('sliding_window_pattern') ?? config.optionalNumber('_sliding_window_pattern');
  const kinds = layerKinds(config, layers);
  if (kinds !== undefined) return kinds.map((kind) => kind === 'sliding_attention');
  return Array.from({ length: layers }, (_, i) => (i + 1) % (every ?? interval) !== 0);
}

/** The graph knows two factors of the scores: by the head's length, and by the heads' share of the embedding in the 27B model. */
function requireScale(config: Config, { layers, heads, headLength }: Sizes, layersOf27B: number): void {
  const expected = layers === layersOf27B ? config.number('hidden_size') / heads : headLength;
  const found = config.number('query_pre_attn_scalar', 256);
  if (found !== expected) config.refuse(`its scores are scaled by 1/√${found}, and the graph by 1/√${expected}`);
}

/** Gemma2ForCausalLM. */
export const gemma2: Family = {
  ...gemma,
  architecture: 'gemma2',
  names: NAMES,
  read(config) {
    const { sizes, family } = readGemma(config, { theta: 10_000, kvHeads: 4, activation: ['hidden_activation'] });
    requireScale(config, sizes, 46);
    const caps = {
      attn_logit_softcapping: config.optionalNumber('attn_logit_softcapping'),
      final_logit_softcapping: config.optionalNumber('final_logit_softcapping'),
    };
    // The graph takes a missing value for the published models' own.
    if (Object.values(caps).includes(undefined)) config.refuse('its attention scores or logits have no soft-cap');
    return {
      ...family,
      metadata: {
        ...family.metadata,
        ...caps,
        'attention.sliding_window': config.number('sliding_window', 4096),
        'attention.sliding_window_pattern': windowFlags(config, sizes.layers, 2),
      },
    };
  },
};

/** Gemma3ForCausalLM, the model of text alone. */
export const gemma3: Family = {
  ...gemma,
  architecture: 'gemma3',
  names: NAMES,
  read(config) {
    const { sizes, family } = readGemma(config, { theta: 1e6, kvHeads: 4, activation: ['hidden_activation'] });
    requireScale(config, sizes, 62);
    if (config.optionalNumber('attn_logit_softcapping') !== undefined)
      config.refuse('its attention scores have a soft-cap');
    return {
      ...family,
      metadata: {
        ...family.metadata,
        final_logit_softcapping: config.optionalNumber('final_logit_softcapping'),
        'rope.freq_base_swa': config.number('rope_local_base_freq', 10_000),
        'attention.sliding_window': config.number('sliding_window', 4096),
        'attention.sliding_window_pattern': windowFlags(config, sizes.layers, 6),
      },
    };
  },
};
