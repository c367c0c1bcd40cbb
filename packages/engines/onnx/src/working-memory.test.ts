import { readModel } from '@understudy/gguf';
import { unpackCheckpoint } from '@understudy/engine-llama/testing';
import { describe, expect, it } from 'vitest';
import { textModel } from './architectures/registry.js';
import type { TextModel } from './architectures/text-model.js';
import { workingMemoryBytes } from './working-memory.js';

/** The graph of a fixture, with other sizes. */
function sized(name: string, sizes: Partial<TextModel>): TextModel {
  using checkpoint = unpackCheckpoint(name);
  return { ...textModel(readModel([checkpoint.path])), ...sizes };
}

/** The sizes of SmolLM2. */
const SMOLLM2 = {
  contextLength: 8192,
  embeddingLength: 576,
  vocabularySize: 49_152,
  layers: Array.from({ length: 30 }, () => ({ kvHeads: 3, headLength: 64, window: undefined, rotary: 0 })),
};

describe('workingMemoryBytes', () => {
  it('covers a full context of K and V twice', () => {
    const kvBytes = 4 * 8192 * 90 * 128;
    const bytes = workingMemoryBytes(sized('llama', SMOLLM2));
    expect(bytes).toBeGreaterThan(2 * kvBytes);
    expect(bytes).toBeLessThan(2 * kvBytes + 2 ** 30);
  });

  it('covers the packing of a large vocabulary', () => {
    const wide = { ...SMOLLM2, contextLength: 128, vocabularySize: 500_000 };
    expect(workingMemoryBytes(sized('llama', wide))).toBeGreaterThan(4 * 500_000 * 576);
  });

  it('counts only a window of tokens in the layers that have one', () => {
    const longContext = { contextLength: 32_768, embeddingLength: 576, vocabularySize: 49_152 };
    const windowed = workingMemoryBytes(sized('mistral', longContext));
    const full = workingMemoryBytes(sized('llama', longContext));
    // Both have two layers of two K/V heads with 8 elements; a window of 16 and its slack hold 79 tokens.
    expect(full - windowed).toBe(2 * 4 * 2 * 2 * 2 * 8 * (32_768 - 79));
  });

  it('covers a bias for each head where positions are one', () => {
    const sizes = { contextLength: 2048, embeddingLength: 48, vocabularySize: 512, layers: SMOLLM2.layers };
    const difference = workingMemoryBytes(sized('mpt', sizes)) - workingMemoryBytes(sized('gpt2', sizes));
    expect(difference).toBe(128 * 2 ** 20);
  });
});
