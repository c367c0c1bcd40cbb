import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnderstudyError } from '@understudy/core';
import { readModel } from '@understudy/gguf';
import { writeGguf, type WritableGguf } from '@understudy/gguf/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasGraph, textModel } from './architectures/registry.js';
import type { TextModel } from './architectures/text-model.js';
import { graphMismatch, openTextModel } from './open-text-model.js';
import { TINY_GEMMA3, TINY_LLAMA, tinyModel } from './testing/tiny-model.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onnx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(file: WritableGguf): readonly [string] {
  const path = join(folder, 'model.gguf');
  writeGguf(path, file);
  return [path];
}

function opened(file: WritableGguf): TextModel {
  return openTextModel({ paths: written(file) });
}

/** Each layer's window, 0 for none. */
function windows(file: WritableGguf): readonly number[] {
  return opened(file).layers.map(({ window }) => window ?? 0);
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return UnderstudyError.isInstance(error) ? error.code : String(error);
  }
  return 'no error';
}

const llama = tinyModel(TINY_LLAMA);
const text = (value: string) => ({ type: 'string' as const, value });

/** What positions are multiplied by, with more metadata. */
function scaleWith(more: WritableGguf['metadata']): number | undefined {
  return opened({ ...llama, metadata: { ...llama.metadata, ...more } }).rotaryTables[0]?.scale;
}

describe('openTextModel', () => {
  it('reads the sizes that scoring needs', () => {
    const model = opened(tinyModel(TINY_GEMMA3));
    expect(model).toMatchObject({ embeddingLength: 48, heads: 2, vocabularySize: 60, contextLength: 256 });
    expect(model.layers.map(({ window }) => window)).toEqual([12, 12, 12, 12, 12, undefined, 12]);
    expect(model.rotaryTables.map(({ base }) => base)).toEqual([1_000_000, 10_000]);
  });

  it('follows a window pattern that the file gives', () => {
    const gemma = tinyModel(TINY_GEMMA3);
    const withPattern = (value: WritableGguf['metadata'][string]) => ({
      ...gemma,
      metadata: { ...gemma.metadata, 'gemma3.attention.sliding_window_pattern': value },
    });
    expect(windows(withPattern({ type: 'uint32', value: 2 }))).toEqual([12, 0, 12, 0, 12, 0, 12]);
    const flags = { type: 'array', elementType: 'bool', value: [0, 1, 0, 0, 0, 0, 1] } as const;
    expect(windows(withPattern(flags))).toEqual([0, 12, 0, 0, 0, 0, 12]);
  });

  it('refuses files whose tensors have no place in the graph, are missing, or are scaled in unknown ways', () => {
    const norm = { name: 'blk.0.attn_q_norm.weight', shape: [16], values: new Float32Array(16) };
    expect(codeOf(() => opened({ ...llama, tensors: [...llama.tensors, norm] }))).toBe('onnx-graph-mismatch');
    const without = llama.tensors.filter(({ name }) => name !== 'blk.1.ffn_up.weight');
    expect(codeOf(() => opened({ ...llama, tensors: without }))).toBe('onnx-graph-mismatch');
    expect(graphMismatch(readModel(written({ ...llama, tensors: without })))).toContain('blk.1.ffn_up.weight');
    const yarn = { ...llama.metadata, 'llama.rope.scaling.type': text('yarn') };
    expect(graphMismatch(readModel(written({ ...llama, metadata: yarn })))).toContain('yarn');
    const encoder = { ...llama.metadata, 'llama.attention.causal': { type: 'bool', value: false } } as const;
    expect(graphMismatch(readModel(written({ ...llama, metadata: encoder })))).toContain('not causal');
    const capped = { ...llama.metadata, 'llama.attn_logit_softcapping': { type: 'float32', value: 50 } } as const;
    expect(graphMismatch(readModel(written({ ...llama, metadata: capped })))).toContain(
      'does not know what llama.attn_logit_softcapping means',
    );
    expect(graphMismatch(readModel(written(llama)))).toBeUndefined();
  });

  it('takes what says that nothing is to be done', () => {
    const harmless = {
      'llama.vocab_size': { type: 'uint32', value: 60 },
      'llama.rope.scaling.type': text('none'),
      'llama.expert_count': { type: 'uint32', value: 0 },
      'llama.use_parallel_residual': { type: 'bool', value: false },
      'llama.attention.causal': { type: 'bool', value: true },
    } as const;
    const metadata = { ...llama.metadata, ...harmless };
    expect(graphMismatch(readModel(written({ ...llama, metadata })))).toBeUndefined();
  });

  it('stretches positions by a factor that a file gives, of whatever age it is', () => {
    const four = { type: 'float32', value: 4 } as const;
    expect(scaleWith({ 'llama.rope.scaling.type': text('linear'), 'llama.rope.scaling.factor': four })).toBe(0.25);
    expect(scaleWith({ 'llama.rope.scale_linear': four })).toBe(0.25);
    expect(scaleWith({ 'llama.rope.scaling.type': text('none'), 'llama.rope.scaling.factor': four })).toBe(1);
  });

  it('gives Mistral its window, which the file or the card has', () => {
    const metadata = { ...llama.metadata, 'llama.attention.sliding_window': { type: 'uint32', value: 5 } } as const;
    expect(windows({ ...llama, metadata })).toEqual([5, 5]);
    const fromCard = openTextModel({ paths: written(llama), slidingWindow: 7 });
    expect(fromCard.layers.map(({ window }) => window)).toEqual([7, 7]);
  });

  it('takes rotary factors, which are no part of the graph', () => {
    const factors = { name: 'rope_freqs.weight', shape: [8], values: new Float32Array(8).fill(2) };
    const model = opened({ ...llama, tensors: [...llama.tensors, factors] });
    expect(model.rotaryTables[0]?.factors).toBe('rope_freqs.weight');
    expect([...model.source.weights.read('rope_freqs.weight')]).toEqual(Array(8).fill(2));
  });
});

describe('the registry', () => {
  it('knows which architectures have a graph', () => {
    expect([hasGraph('llama'), hasGraph('gemma3'), hasGraph('rwkv7'), hasGraph('toString')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const other = { ...llama, metadata: { ...llama.metadata, 'general.architecture': text('rwkv7') } };
    expect(codeOf(() => textModel(readModel(written(other))))).toBe('onnx-architecture');
    expect(graphMismatch(readModel(written(other)))).toContain("'rwkv7' has none");
  });
});
