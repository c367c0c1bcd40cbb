import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnderstudyError } from '@understudy/core';
import { describeModel } from '@understudy/gguf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Checkpoint } from './checkpoint.js';
import { readCheckpoint } from './read-checkpoint.js';
import { findShards } from './safetensors/find-shards.js';
import { encodeSafetensors, writeTinyCheckpoint } from './testing/write-checkpoint.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(changes: Parameters<typeof writeTinyCheckpoint>[1] = {}): Checkpoint {
  return readCheckpoint([writeTinyCheckpoint(folder, changes)]);
}

/** Why a checkpoint with another configuration cannot be computed. */
function refusal(config: Readonly<Record<string, unknown>>): string | undefined {
  return read({ config }).refusal;
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return UnderstudyError.isInstance(error) ? error.code : String(error);
  }
  return 'no error';
}

describe('readCheckpoint', () => {
  it('says what a checkpoint is in the words of a GGUF', () => {
    const checkpoint = read();
    expect(describeModel(checkpoint)).toMatchObject({
      architecture: 'llama',
      quantization: 'F32',
      contextLength: 64,
      layers: 1,
      embeddingLength: 16,
      heads: 2,
      kvHeads: [2],
      keyLength: 8,
      vocabularySize: 12,
      parameters: 12 * 16 + 4 * 16 * 16 + 3 * 16 * 24 + 3 * 16,
    });
    expect(checkpoint.refusal).toBeUndefined();
    expect(checkpoint.tensors.find(({ name }) => name === 'blk.0.ffn_down.weight')?.shape).toEqual([24, 16]);
  });

  it('takes what says nothing, and what has no effect', () => {
    expect(
      refusal({
        rope_scaling: null,
        some_new_switch: false,
        some_new_list: [],
        attention_dropout: 0.1,
        torch_dtype: 'float32',
        rope_parameters: { rope_type: 'default', rope_theta: 500_000 },
      }),
    ).toBeUndefined();
  });

  it.each([
    [{ some_new_switch: true }, 'some_new_switch'],
    [{ quantization_config: { quant_method: 'gptq' } }, 'quantization_config'],
    [{ hidden_act: 'gelu' }, "its activation is 'gelu'"],
    [{ layer_types: ['sliding_attention'] }, 'sliding window'],
    [{ layer_types: ['chunked_attention'] }, 'chunked_attention'],
    [{ layer_types: [] }, '0 of its 1 layers'],
    [{ partial_rotary_factor: 0.5 }, 'a share of 0.5 of its heads'],
    [{ rope_parameters: { rope_theta: 1e4, partial_rotary_factor: 0.5 } }, 'a share of 0.5 of its heads'],
    [{ attention_bias: true }, 'blk.0.attn_q.bias'],
    [{ mlp_bias: true }, 'blk.0.ffn_gate.bias'],
    [{ tie_word_embeddings: false }, 'output.weight'],
    [{ rope_scaling: { rope_type: 'linear', factor: 2, odd: 1 } }, 'odd'],
  ])('refuses %j', (config, reason) => {
    expect(refusal(config)).toContain(reason);
  });

  it('refuses a bias that the configuration does not know, and numbers that are no floats', () => {
    expect(read({ weights: { 'model.layers.0.self_attn.q_proj.bias': [16] } }).refusal).toContain('blk.0.attn_q.bias');
    const path = writeTinyCheckpoint(folder, { config: {} });
    const entry = { dtype: 'I32', shape: [4], data_offsets: [0, 16] };
    writeFileSync(path, encodeSafetensors({ 'model.norm.weight': [4] }, { 'model.norm.weight': entry }));
    expect(readCheckpoint([path]).refusal).toContain('I32');
  });

  it('leaves out tables that are no weights, and the second copy of a tied embedding', () => {
    const weights = { 'model.layers.0.self_attn.rotary_emb.inv_freq': [4], 'lm_head.weight': [12, 16] };
    const names = read({ weights }).tensors.map(({ name }) => name);
    expect(names.filter((name) => name.includes('inv_freq') || name.startsWith('output.'))).toEqual([]);
    expect(read({ weights, config: { tie_word_embeddings: false } }).tensors.map(({ name }) => name)).toContain(
      'output.weight',
    );
  });

  it('keeps the name of a tensor that graphs do not know', () => {
    const weights = { 'model.layers.0.self_attn.sinks': [2], 'vision.patch.weight': [2] };
    const names = read({ weights }).tensors.map(({ name }) => name);
    expect(names.some((name) => name.includes('sinks'))).toBe(true);
    expect(names).toContain('vision.patch.weight');
  });

  it('computes the frequencies of Llama 3', () => {
    const rope = {
      rope_type: 'llama3',
      factor: 8,
      low_freq_factor: 1,
      high_freq_factor: 4,
      original_max_position_embeddings: 8192,
    };
    const config = { rope_theta: 500_000, rope_scaling: rope, head_dim: 128 };
    const tensor = read({ config }).tensors.find(({ name }) => name === 'rope_freqs.weight');
    const numbers = tensor?.layout.kind === 'computed' ? [...tensor.layout.numbers] : [];
    // Short waves are left alone and long ones stretched; engine-onnx's fixture llama3 compares all of them with transformers.
    expect(numbers).toHaveLength(64);
    expect([numbers[0], numbers[28], numbers[63]]).toEqual([1, 1, 8]);
    expect(numbers[30]).toBeGreaterThan(1);
    expect(numbers[30]).toBeLessThan(8);
  });

  it('says which file is broken', () => {
    expect(codeOf(() => read({ config: { model_type: 'mamba' } }))).toBe('checkpoint-architecture');
    expect(codeOf(() => read({ config: { architectures: ['LlamaForSequenceClassification'] } }))).toBe(
      'checkpoint-architecture',
    );
    expect(codeOf(() => read({ config: { hidden_size: '16' } }))).toBe('checkpoint-config');
    expect(codeOf(() => read({ config: { num_hidden_layers: null } }))).toBe('checkpoint-config');
    const path = writeTinyCheckpoint(folder);
    writeFileSync(join(folder, 'config.json'), '{');
    expect(codeOf(() => readCheckpoint([path]))).toBe('checkpoint-json');
    writeFileSync(join(folder, 'config.json'), '[]');
    expect(codeOf(() => readCheckpoint([path]))).toBe('checkpoint-config');
  });

  it('refuses two files with one tensor', () => {
    const path = writeTinyCheckpoint(folder);
    const other = join(folder, 'other.safetensors');
    writeFileSync(other, encodeSafetensors({ 'model.norm.weight': [16] }));
    expect(codeOf(() => readCheckpoint([path, other]))).toBe('checkpoint-tensors');
  });
});

function index(map: unknown): void {
  writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify({ weight_map: map }));
}

describe('findShards', () => {
  it('finds the files that the index names', () => {
    renameSync(writeTinyCheckpoint(folder), join(folder, 'b.safetensors'));
    index({ x: 'b.safetensors', y: 'b.safetensors' });
    expect(findShards(folder)).toEqual([join(folder, 'b.safetensors')]);
  });

  it('says what is missing, and what else is there', () => {
    index({ x: 'a.safetensors' });
    expect(codeOf(() => findShards(folder))).toBe('checkpoint-weights-missing');
    index({});
    expect(codeOf(() => findShards(folder))).toBe('checkpoint-index');
    index({ x: '../../a.safetensors' });
    expect(codeOf(() => findShards(folder))).toBe('checkpoint-index');
    rmSync(join(folder, 'model.safetensors.index.json'));
    writeFileSync(join(folder, 'pytorch_model.bin'), '');
    expect(() => findShards(folder)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('safe_serialization') }),
    );
  });
});
