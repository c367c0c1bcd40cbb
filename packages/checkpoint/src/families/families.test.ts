import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError } from '@understudy/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Checkpoint } from '../checkpoint.js';
import { readCheckpoint } from '../read-checkpoint.js';
import { encodeSafetensors, type WritableWeights } from '../testing/write-checkpoint.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'families-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Json = Readonly<Record<string, unknown>>;

const GPT2 = { n_layer: 1, n_embd: 16, n_head: 2, n_positions: 64 };
const COMMON = { num_hidden_layers: 1, hidden_size: 16, num_attention_heads: 2, max_position_embeddings: 64 };

/** The sizes without which a configuration is not read. */
const CONFIGS: Readonly<Record<string, Json>> = {
  opt: COMMON,
  gptj: { ...GPT2, rotary_dim: 4 },
  moss: { ...GPT2, rotary_dim: 4 },
  falcon: COMMON,
  bloom: { n_layer: 1, hidden_size: 16, n_head: 2 },
  mpt: { n_layers: 1, d_model: 16, n_heads: 2, max_seq_len: 64 },
  gpt2: GPT2,
  gpt_bigcode: GPT2,
  t5: { num_layers: 1, d_model: 16, num_heads: 2 },
  baichuan: { ...COMMON, vocab_size: 64_000 },
  chatglm: { num_layers: 1, hidden_size: 16, num_attention_heads: 2, seq_length: 64 },
  chatglm1: {
    model_type: 'chatglm',
    num_layers: 1,
    hidden_size: 16,
    num_attention_heads: 2,
    inner_hidden_size: 64,
    max_sequence_length: 64,
    bos_token_id: 4,
    gmask_token_id: 5,
  },
  qwen: { ...COMMON, kv_channels: 8 },
};

function read(type: string, { config = {}, weights = {} }: { config?: Json; weights?: WritableWeights }): Checkpoint {
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ model_type: type, ...CONFIGS[type], ...config }));
  const path = join(folder, 'model.safetensors');
  writeFileSync(path, encodeSafetensors(weights));
  return readCheckpoint([path]);
}

function names(checkpoint: Checkpoint): readonly string[] {
  return checkpoint.tensors.map(({ name }) => name);
}

describe('a configuration', () => {
  it.each<[string, Json, string]>([
    ['opt', { do_layer_norm_before: false }, 'do_layer_norm_before is false'],
    ['opt', { word_embed_proj_dim: 8 }, 'projected from a length of 8'],
    ['opt', { activation_function: 'silu' }, "its activation is 'silu'"],
    ['opt', { scale_embeddings: true }, 'scale_embeddings is true'],
    ['gptj', { scale_attn_weights: false }, 'scale_attn_weights is false'],
    ['moss', { wbits: 4 }, 'its weights have 4 bits'],
    ['falcon', { apply_residual_connection_post_layernorm: true }, 'apply_residual_connection_post_layernorm'],
    ['falcon', { n_head: 4 }, 'num_attention_heads and n_head differ'],
    ['falcon', { rope_scaling: { rope_type: 'linear', factor: 2, odd: 1 } }, 'odd of its rotary scaling'],
    ['bloom', { apply_residual_connection_post_layernorm: true }, 'apply_residual_connection_post_layernorm'],
    ['mpt', { attn_config: { alibi: false } }, 'alibi is false'],
    ['mpt', { attn_config: { qk_ln: true } }, 'qk_ln is true'],
    ['mpt', { attn_config: { softmax_scale: 0.5 } }, 'scaled by 0.5'],
    ['mpt', { attn_config: { kv_n_heads: 1 } }, 'kv_n_heads of its attn_config'],
    ['mpt', { logit_scale: 'inv_sqrt_d_model' }, 'logit_scale'],
    ['mpt', { norm_type: 'rmsnorm' }, "its norms are 'rmsnorm'"],
    ['mpt', { ffn_config: { ffn_type: 'mptglu' } }, "feed-forward networks are 'mptglu'"],
    ['gpt2', { scale_attn_by_inverse_layer_idx: true }, 'scale_attn_by_inverse_layer_idx is true'],
    ['gpt2', { activation_function: 'relu' }, "its activation is 'relu'"],
    ['gpt2', { add_cross_attention: true }, 'add_cross_attention is true'],
    ['t5', { feed_forward_proj: 'gated-silu' }, "feed-forward networks are 'gated-silu'"],
    ['t5', { relative_attention_max_distance: 256 }, 'from 256 on'],
    ['baichuan', { vocab_size: 64_001 }, 'its vocabulary of 64001'],
    ['chatglm', { rope_ratio: 50 }, 'its rope_ratio of 50'],
    ['chatglm', { rmsnorm: false }, 'rmsnorm is false'],
    ['chatglm', { pre_seq_len: 128 }, 'pre_seq_len'],
    ['chatglm', { quantization_bit: 4 }, 'quantization_bit'],
    ['chatglm1', { position_encoding_2d: false }, 'position_encoding_2d is false'],
    ['qwen', { pos_emb: 'learned' }, "its positions are 'learned'"],
    ['qwen', { activation: 'gelu' }, "its activation is 'gelu'"],
  ])('of %s with %j is refused', (type, config, reason) => {
    expect(read(type, { config }).refusal).toContain(reason);
  });

  it('has to name a language model of the family', () => {
    for (const [type, name] of [
      ['gpt2', 'GPT2DoubleHeadsModel'],
      ['gpt2', 'GPT2LMHeadCustomModel'],
      ['t5', 'T5EncoderModel'],
      ['opt', 'T5ForConditionalGeneration'],
    ] as const) {
      expect(() => read(type, { config: { architectures: [name] } })).toThrow(name);
    }
  });

  it('gives Qwen the length up to which its angles stay as they are', () => {
    const plain = { seq_length: 32, use_dynamic_ntk: false, use_logn_attn: false };
    expect(read('qwen', { config: { seq_length: 32 } }).metadata.get('qwen.context_length')).toBe(32);
    expect(read('qwen', { config: plain }).metadata.get('qwen.context_length')).toBe(64);
  });

  it('tells both generations of ChatGLM apart', () => {
    expect(read('chatglm', {}).metadata.get('general.architecture')).toBe('chatglm');
    expect(read('chatglm1', { config: CONFIGS['chatglm1'] ?? {} }).metadata.get('general.architecture')).toBe(
      'chatglm1',
    );
  });
});

describe('names of tensors', () => {
  it('lack their beginning where a model was saved without its head', () => {
    const weights = { 'wte.weight': [12, 16], 'h.0.attn.c_attn.weight': [16, 48], 'h.0.attn.bias': [1, 1, 64, 64] };
    const checkpoint = read('gpt2', { weights });
    expect(names(checkpoint)).toEqual(['token_embd.weight', 'blk.0.attn_qkv.weight']);
    // As graphs see it: [inputs, outputs] turned, fastest axis first.
    expect(checkpoint.tensors[1]).toMatchObject({ shape: [16, 48], layout: { kind: 'transposed' } });
    const withHead = { 'lm_head.weight': [12, 16], ...weights };
    expect(names(read('gpt2', { weights: withHead, config: { tie_word_embeddings: false } }))).toContain(
      'output.weight',
    );
  });

  it('stand for one table of T5, of which copies are left out', () => {
    const table = [12, 16];
    const copies = { 'decoder.embed_tokens.weight': table, 'encoder.embed_tokens.weight': table };
    const all = read('t5', { weights: { ...copies, 'shared.weight': table } });
    expect(names(all)).toEqual(['token_embd.weight']);
    expect(all.tensors[0]?.layout).toMatchObject({ from: { name: 'shared.weight' } });
    expect(names(read('t5', { weights: copies }))).toEqual(['token_embd.weight']);
  });

  it('count the blocks of both of its stacks', () => {
    const weights = {
      'encoder.block.11.layer.1.DenseReluDense.wo.weight': [16, 64],
      'decoder.block.3.layer.2.DenseReluDense.wo.weight': [16, 64],
    };
    expect(names(read('t5', { weights }))).toEqual(['enc.blk.11.ffn_down.weight', 'dec.blk.3.ffn_down.weight']);
  });

  it('are those of Q, K and V where rows are joined', () => {
    const matrix = 'transformer.h.0.self_attention.query_key_value.weight';
    const grouped = { new_decoder_architecture: true, num_attention_heads: 4, num_kv_heads: 2 };
    const tensors = read('falcon', { weights: { [matrix]: [32, 16] }, config: grouped }).tensors;
    expect(tensors.map(({ name, shape, layout }) => [name, shape, layout.kind])).toEqual([
      ['blk.0.attn_q.weight', [16, 16], 'grouped'],
      ['blk.0.attn_k.weight', [16, 8], 'grouped'],
      ['blk.0.attn_v.weight', [16, 8], 'grouped'],
    ]);
    expect(tensors[1]?.layout).toMatchObject({ groups: 2, start: 8, count: 4 });
    expect(() => read('falcon', { weights: { [matrix]: [30, 16] }, config: grouped })).toThrow(DataError);
  });

  it('of OPT begin their positions with the first token', () => {
    const weights = { 'model.decoder.embed_positions.weight': [66, 16] };
    const [table] = read('opt', { weights }).tensors;
    expect(table).toMatchObject({ name: 'position_embd.weight', shape: [16, 64], sizeBytes: 4 * 64 * 16 });
  });
});
