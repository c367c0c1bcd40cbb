import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeModel, kvCacheElements, readModel } from '@understudy/gguf';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../card/architecture.js';
import { readCatalog } from '../read-catalog.js';
import { testCard } from '../testing/test-catalog.js';
import { estimateMemory, largestContext } from './estimate-memory.js';
import { estimateSpeed } from './estimate-speed.js';
import { estimateWeights } from './estimate-weights.js';
import { KV_TYPES, kvBytesPerToken } from './kv-cache.js';
import type { Quantization } from './quantization.js';

const GIB = 2 ** 30;

const catalog = await readCatalog();

const cardOf = (id: string) => {
  const card = catalog.cardsById.get(id);
  if (card === undefined) throw new Error(`There is no card of ${id}.`);
  return card;
};

const architecture = (changes: Partial<Architecture>): Architecture => ({
  type: 'decoder-only',
  layers: 32,
  hiddenSize: 4096,
  feedForwardSize: 14336,
  attentionHeads: 32,
  keyValueHeads: 8,
  headSize: 128,
  attention: 'GQA',
  positions: 'RoPE',
  normalisation: null,
  activation: 'SwiGLU',
  bias: false,
  vocabularySize: 128256,
  tokenizer: null,
  contextLength: 131072,
  experts: null,
  activeParameters: null,
  note: null,
  sources: ['made up'],
  ...changes,
});

const LLAMA_31_8B = testCard({
  architecture: architecture({}),
  parameters: { value: 8_030_261_248, basis: 'computed', sources: ['made up'] },
});

/** The real files of the catalog's two small models. */
const FILES = [
  ['smollm2-135m-instruct', 'SmolLM2-135M-Instruct.Q4_1.gguf'],
  ['gemma-3-270m', 'gemma-3-270m-Q4_K_M.gguf'],
] as const;
const folder = process.env['UNDERSTUDY_TEST_MODELS'];
const pathOf = (name: string) => join(folder ?? '', name);

describe('estimateWeights', () => {
  // The sizes that llama.cpp prints of its own files: gh:ggml-org/llama.cpp tools/quantize/README.md.
  it.each<[Quantization, number]>([
    ['F16', 14.96],
    ['Q8_0', 7.95],
    ['Q6_K', 6.14],
    ['Q5_K_M', 5.33],
    ['Q4_K_M', 4.58],
    ['Q4_K_S', 4.36],
  ])('gives the size that llama.cpp has of Llama 3.1 8B in %s: %f GiB', (quantization, gibibytes) => {
    const estimate = estimateWeights(LLAMA_31_8B, quantization);
    expect(estimate?.basis).toBe('shapes');
    expect(Math.abs((estimate?.bytes ?? 0) / GIB - gibibytes)).toBeLessThan(0.012);
  });

  it('explains the parameters of nearly all decoders by their shapes, and takes a mean for the others', () => {
    const known = catalog.cards.filter(({ parameters, llamaCpp }) => parameters !== null && llamaCpp?.architecture);
    const byShapes = known.filter((card) => estimateWeights(card, 'F16')?.basis === 'shapes');
    expect(byShapes.length).toBeGreaterThan(110);
    for (const card of byShapes.filter(({ parameters }) => parameters?.basis !== 'nominal')) {
      const counted = (estimateWeights(card, 'F32')?.bytes ?? 0) / 4;
      expect(Math.abs(counted / (card.parameters?.value ?? 0) - 1)).toBeLessThan(0.004);
    }
    expect(estimateWeights(cardOf('flan-t5-xl'), 'F16')).toMatchObject({ basis: 'average', bytes: 2 * 2849757184 });
    expect(estimateWeights(cardOf('gpt-4'), 'F16')).toBeUndefined();
  });

  it('reads of experts those in use, and no embedding that is not the output layer', () => {
    const mixtral = estimateWeights(cardOf('mixtral-8x7b'), 'F16');
    const active = cardOf('mixtral-8x7b').architecture?.activeParameters ?? 0;
    expect(Math.abs((mixtral?.bytesPerToken ?? 0) / 2 / active - 1)).toBeLessThan(0.02);
    const { bytes = 0, bytesPerToken = 0 } = estimateWeights(LLAMA_31_8B, 'F16') ?? {};
    expect(bytes - bytesPerToken).toBe(128256 * 4096 * 2);
  });

  it.skipIf(!existsSync(pathOf(FILES[0][1])))(
    'gives the bytes of the tensors in real files (skipped without UNDERSTUDY_TEST_MODELS)',
    () => {
      for (const [id, name] of FILES) {
        const card = cardOf(id);
        const model = readModel([pathOf(name)]);
        const description = describeModel(model);
        const quantization = card.weights.file?.quantization as Quantization; // The card names a format of the table.
        const tensorBytes = model.tensors.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        expect(Math.abs((estimateWeights(card, quantization)?.bytes ?? 0) / tensorBytes - 1)).toBeLessThan(0.001);
        const memory = estimateMemory(card, { quantization, contextLength: 1000 });
        expect(memory?.kvCacheBytes).toBe(kvCacheElements(description, 1000) * KV_TYPES.f16);
      }
    },
  );
});

describe('estimateMemory', () => {
  it("takes two numbers a layer, K/V head and element: 512 KiB a token for Llama 2 7B, an eighth of the heads for 70B's", () => {
    expect(estimateMemory(cardOf('llama-2-7b'), { quantization: 'F16' })).toMatchObject({
      kvBytesPerToken: 524288,
      contextLength: 4096,
      kvCacheBytes: 2 * GIB,
    });
    expect(estimateMemory(cardOf('llama-2-70b'), { quantization: 'F16' })?.kvBytesPerToken).toBe(327680);
    expect(kvBytesPerToken({ layers: 1, keyValueHeads: 1, headSize: 32 }, 'q8_0')).toBe(68);
  });

  it('keeps no more than a sliding window where an engine drops what is behind it', () => {
    const mistral = cardOf('mistral-7b-v0.1');
    const use = { quantization: 'Q4_K_M', contextLength: 8192 } as const;
    expect(estimateMemory(mistral, use)?.kvCacheBytes).toBe(131072 * 8192);
    expect(estimateMemory(mistral, { ...use, dropsBehindWindow: true })?.kvCacheBytes).toBe(131072 * 4096);
  });

  it('says nothing of what a card does not know, nor of encoder-decoders', () => {
    expect(estimateMemory(cardOf('flan-t5-xl'), { quantization: 'F16' })).toBeUndefined();
    expect(estimateMemory(cardOf('gpt-4'), { quantization: 'F16' })).toBeUndefined();
    const shapeless = testCard({ architecture: null, parameters: LLAMA_31_8B.parameters });
    expect(estimateMemory(shapeless, { quantization: 'F16', contextLength: 10 })).toBeUndefined();
  });
});

describe('largestContext', () => {
  it('is what the memory leaves beside the weights, at most the context of the model', () => {
    const card = cardOf('llama-2-7b');
    const use = { quantization: 'Q4_K_M' } as const;
    const weights = estimateWeights(card, 'Q4_K_M')?.bytes ?? 0;
    expect(largestContext(card, weights + 1000 * 524288 + 5, use)).toBe(1000);
    expect(largestContext(card, weights + 1000 * 524288, { ...use, sequences: 4 })).toBe(250);
    expect(largestContext(card, 100 * GIB, use)).toBe(4096);
    expect(largestContext(card, GIB, use)).toBe(0);
    expect(largestContext(cardOf('gpt-4'), GIB, use)).toBeUndefined();
  });
});

describe('estimateSpeed', () => {
  it('bounds decoding by memory and reading by arithmetic, of experts those in use', () => {
    const use = { quantization: 'F16', contextLength: 0 } as const;
    const machine = { bandwidth: 1000, compute: 100_000 };
    const dense = estimateSpeed(cardOf('llama-2-7b'), use, machine);
    const read = (6738415616 - 32000 * 4096) * 2;
    expect(Math.abs((dense?.decodingTokensPerSecond ?? 0) / (1e12 / read) - 1)).toBeLessThan(0.001);
    // Neither the embedding nor the output layer, nor the norms: two a layer and a last one.
    const multiplied = 6738415616 - 2 * 32000 * 4096 - (2 * 32 + 1) * 4096;
    expect(dense?.prefillTokensPerSecond).toBeCloseTo(1e14 / 2 / multiplied, 6);
    const ofMixtral = 1e14 / 2 / (12.9e9 - 2 * 32000 * 4096);
    const experts = estimateSpeed(cardOf('mixtral-8x7b'), use, machine)?.prefillTokensPerSecond ?? 0;
    expect(Math.abs(experts / ofMixtral - 1)).toBeLessThan(0.005);
  });
});
