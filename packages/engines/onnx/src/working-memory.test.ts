import type { ModelDescription } from '@understudy/gguf';
import { describe, expect, it } from 'vitest';
import { workingMemoryBytes } from './working-memory.js';

const SMOLLM2: ModelDescription = {
  architecture: 'llama',
  name: undefined,
  licence: undefined,
  parameters: 134_515_008,
  quantization: 'F32',
  contextLength: 8192,
  layers: 30,
  embeddingLength: 576,
  heads: 9,
  kvHeads: Array<number>(30).fill(3),
  keyLength: 64,
  valueLength: 64,
  slidingWindow: undefined,
  vocabularySize: 49_152,
  chatTemplate: undefined,
};

describe('workingMemoryBytes', () => {
  it('covers a full context of K and V twice', () => {
    const kvBytes = 4 * 8192 * 90 * 128;
    expect(workingMemoryBytes(SMOLLM2)).toBeGreaterThan(2 * kvBytes);
    expect(workingMemoryBytes(SMOLLM2)).toBeLessThan(2 * kvBytes + 2 ** 30);
  });

  it('covers the packing of a large vocabulary', () => {
    const wide = { ...SMOLLM2, contextLength: 128, vocabularySize: 500_000 };
    expect(workingMemoryBytes(wide)).toBeGreaterThan(4 * 500_000 * 576);
  });
});
