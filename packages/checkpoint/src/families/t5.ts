import type { Config } from '../config/config.js';
import type { Family } from './family.js';
import { readSizes } from './sizes.js';

const KEYS = {
  layers: ['num_layers'],
  embeddingLength: ['d_model'],
  heads: ['num_heads'],
  contextLength: ['n_positions'],
};

/** From here on all distances share a bucket in the graph. */
const FURTHEST = 128;

/** Names in an encoder's or a decoder's block: places of its layers, and the parts of each. */
function block(stack: 'enc' | 'dec', layers: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const [hub, ours] = [`${stack}oder.block.*`, `${stack}.blk.*`];
  return Object.fromEntries(
    Object.entries(layers).flatMap(([layer, parts]) =>
      Object.entries(parts).map(([part, name]) => [`${hub}.layer.${layer}.${part}`, `${ours}.${name}`] as const),
    ),
  );
}

const SELF = {
  layer_norm: 'attn_norm',
  'SelfAttention.q': 'attn_q',
  'SelfAttention.k': 'attn_k',
  'SelfAttention.v': 'attn_v',
  'SelfAttention.o': 'attn_o',
  'SelfAttention.relative_attention_bias': 'attn_rel_b',
};

const CROSS = {
  layer_norm: 'cross_attn_norm',
  'EncDecAttention.q': 'cross_attn_q',
  'EncDecAttention.k': 'cross_attn_k',
  'EncDecAttention.v': 'cross_attn_v',
  'EncDecAttention.o': 'cross_attn_o',
};

const FEED_FORWARD = {
  layer_norm: 'ffn_norm',
  'DenseReluDense.wi': 'ffn_up',
  'DenseReluDense.wi_0': 'ffn_gate',
  'DenseReluDense.wi_1': 'ffn_up',
  'DenseReluDense.wo': 'ffn_down',
};

/** T5ForConditionalGeneration: T5, T5 v1.1, Flan-T5, T0. */
export const t5: Family = {
  architecture: 't5',
  classes: ['T5ForConditionalGeneration', 'T5WithLMHeadModel'],
  names: {
    model: {
      // One table under three names.
      shared: 'token_embd',
      'encoder.embed_tokens': 'token_embd',
      'decoder.embed_tokens': 'token_embd',
      'encoder.final_layer_norm': 'enc.output_norm',
      'decoder.final_layer_norm': 'dec.output_norm',
      lm_head: 'output',
      ...block('enc', { 0: SELF, 1: FEED_FORWARD }),
      ...block('dec', { 0: SELF, 1: CROSS, 2: FEED_FORWARD }),
    },
  },
  // Old files have it, and no implementation reads it.
  buffers: ['decoder.block.0.layer.1.EncDecAttention.relative_attention_bias.weight'],
  read(config) {
    const headLength = config.number('d_kv', 64);
    const sizes = readSizes(config, { keys: KEYS, headLength, contextLength: 512 });
    const decoderLayers = config.optionalNumber('num_decoder_layers') ?? sizes.layers;
    const isGated = readActivation(config);
    const furthest = config.number('relative_attention_max_distance', FURTHEST);
    if (furthest !== FURTHEST) config.refuse(`its distances share a bucket from ${furthest} on, in the graph from 128`);
    // What the class is. `output_past` is an old name of a call's option.
    config.ignore('is_encoder_decoder', 'output_past');
    const blocks = [...layerNames('enc', sizes.layers), ...layerNames('dec', decoderLayers)];
    return {
      metadata: {
        ...sizes.metadata,
        decoder_block_count: decoderLayers,
        'attention.layer_norm_rms_epsilon': config.number('layer_norm_epsilon', 1e-6),
        'attention.relative_buckets_count': config.number('relative_attention_num_buckets', 32),
        decoder_start_token_id: config.number('decoder_start_token_id', config.number('pad_token_id', 0)),
      },
      computed: {},
      biases: {},
      tensors: Object.fromEntries(blocks.map((name) => [`${name}.ffn_gate.weight`, isGated] as const)),
      isTied: config.boolean('tie_word_embeddings', true),
    };
  },
};

function layerNames(stack: string, layers: number): readonly string[] {
  return Array.from({ length: layers }, (_, i) => `${stack}.blk.${i}`);
}

/** True for a gate with GELU, false for ReLU without one; what else there is, is refused. */
function readActivation(config: Config): boolean {
  const kind = config.optionalString('feed_forward_proj') ?? 'relu';
  const isGated = kind === 'gated-gelu';
  if (!isGated && kind !== 'relu') config.refuse(`its feed-forward networks are '${kind}'`);
  // They follow from it, whatever a file says (T5Config).
  config.ignore('dense_act_fn', 'is_gated_act');
  return isGated;
}
