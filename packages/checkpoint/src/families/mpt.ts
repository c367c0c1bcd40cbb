import type { Config } from '../config/config.js';
import type { Family } from './family.js';
import { readSizes, requireSwitches } from './sizes.js';

const KEYS = { layers: ['n_layers'], embeddingLength: ['d_model'], heads: ['n_heads'], contextLength: ['max_seq_len'] };

/** MptForCausalLM, and MPTForCausalLM of its authors: with ALiBi. */
export const mpt: Family = {
  architecture: 'mpt',
  names: {
    base: 'transformer',
    model: { 'transformer.wte': 'token_embd', 'transformer.norm_f': 'output_norm', lm_head: 'output' },
    layers: 'transformer.blocks',
    parts: {
      norm_1: 'attn_norm',
      'attn.Wqkv': 'attn_qkv',
      'attn.out_proj': 'attn_output',
      norm_2: 'ffn_norm',
      'ffn.up_proj': 'ffn_up',
      'ffn.down_proj': 'ffn_down',
    },
  },
  read(config) {
    const sizes = readSizes(config, { keys: KEYS });
    const attention = readAttention(config, sizes.headLength);
    const norm = config.optionalString('norm_type') ?? 'layernorm';
    if (!['layernorm', 'low_precision_layernorm'].includes(norm)) config.refuse(`its norms are '${norm}'`);
    const kind = config.section('ffn_config')?.optionalString('ffn_type') ?? 'mptmlp';
    if (kind !== 'mptmlp') config.refuse(`its feed-forward networks are '${kind}'`);
    // Learned positions give way to ALiBi. The others say how it was begun, trained and computed.
    config.ignore('learned_pos_emb', 'init_config', 'init_device', 'embedding_fraction', 'expansion_ratio', 'verbose');
    config.ignore('fc_type', 'tokenizer_name');
    const hasBias = !config.boolean('no_bias', true);
    return {
      metadata: {
        ...sizes.metadata,
        ...attention,
        'attention.layer_norm_epsilon': config.number('layer_norm_epsilon', 1e-5),
      },
      computed: {},
      biases: {
        attn_norm: hasBias,
        attn_qkv: hasBias,
        attn_output: hasBias,
        ffn_norm: hasBias,
        ffn_up: hasBias,
        ffn_down: hasBias,
      },
      tensors: { 'output_norm.bias': hasBias },
      isTied: config.boolean('tie_word_embeddings', true),
    };
  },
};

function readAttention(config: Config, headLength: number): Readonly<Record<string, number | undefined>> {
  const attention = config.section('attn_config');
  if (attention === undefined) return { 'attention.max_alibi_bias': 8 };
  const type = attention.optionalString('attn_type') ?? 'multihead_attention';
  if (type !== 'multihead_attention') config.refuse(`its attention is '${type}'`);
  const switches = { prefix_lm: false, qk_ln: false, attn_uses_sequence_id: false, alibi: true };
  requireSwitches(attention, switches);
  const scale = attention.optionalNumber('softmax_scale') ?? headLength ** -0.5;
  if (Math.abs(scale * headLength ** 0.5 - 1) > 1e-6) config.refuse(`its attention scores are scaled by ${scale}`);
  attention.ignore('attn_impl');
  const metadata = {
    'attention.max_alibi_bias': attention.number('alibi_bias_max', 8),
    'attention.clamp_kqv': attention.optionalNumber('clip_qkv'),
  };
  const [unread] = attention.unread();
  const reason = attention.refusal ?? (unread === undefined ? undefined : `${unread} of its attn_config is not known`);
  if (reason !== undefined) config.refuse(reason);
  return metadata;
}
