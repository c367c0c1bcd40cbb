import { describe, expect, it } from 'vitest';
import { chooseEngines } from './choose-engines.js';
import type { EngineFacts } from './engine-choice.js';

const GiB = 2 ** 30;
const facts: EngineFacts = {
  architecture: 'llama',
  parameters: 135e6,
  sizeBytes: 98e6,
  graphMismatch: undefined,
  llamaMismatch: undefined,
  workingBytes: 0.5 * GiB,
  memoryBytes: 24 * GiB,
};
const auto = { engine: 'auto', compute: 'auto', kvType: undefined, gpuLayers: 0 } as const;

describe('chooseEngines', () => {
  it('scores and generates with onnx in f32, and samples with llama in f32, when the model has a graph and fits', () => {
    expect(chooseEngines(facts, auto)).toMatchObject({
      scoring: { engine: 'onnx', compute: 'f32' },
      greedy: { engine: 'onnx', compute: 'f32' },
      sampling: { engine: 'llama', compute: 'f32' },
    });
  });

  it('takes llama in the own format when there is no graph, and says so', () => {
    const { scoring, greedy, sampling } = chooseEngines(
      { ...facts, architecture: 'rwkv', graphMismatch: 'it has none.' },
      auto,
    );
    expect(scoring).toMatchObject({ engine: 'llama', compute: 'native', reason: expect.stringContaining('rwkv') });
    expect([greedy, sampling]).toEqual([scoring, scoring]);
  });

  it('takes llama when weights and working memory exceed half of the memory by one byte', () => {
    const exact = { ...facts, parameters: 1e9, workingBytes: 0, memoryBytes: 8e9 };
    expect(chooseEngines(exact, auto).scoring.engine).toBe('onnx');
    expect(chooseEngines({ ...exact, workingBytes: 1 }, auto).scoring.engine).toBe('llama');
  });

  it('takes llama for a format that onnx does not compute', () => {
    expect(chooseEngines(facts, { ...auto, compute: 'q8_0' }).scoring).toMatchObject({
      engine: 'llama',
      compute: 'q8_0',
    });
  });

  it.each([
    [{ gpuLayers: 10 }, 'native', '--gpu-layers 10'],
    [{ kvType: 'q8_0' } as const, 'native', '--kv-type q8_0'],
    [{ compute: 'f32', gpuLayers: 1 } as const, 'f32', '--gpu-layers 1'],
  ])('takes llama for %o, which onnx cannot do', (settings, compute, option) => {
    const { scoring } = chooseEngines(facts, { ...auto, ...settings });
    expect(scoring).toEqual({ engine: 'llama', compute, reason: `Asked for by ${option}.` });
  });

  it.each([
    [{ hasAdapters: true }, '--adapter'],
    [{ rope: { scaling: 'yarn', scale: 4 } } as const, '--rope-scaling'],
    [{ rope: { scaling: undefined, freqBase: 5e5 } }, '--rope-freq-base'],
  ])('takes llama for what changes the model, and refuses onnx: %o', (settings, option) => {
    const { scoring, greedy } = chooseEngines(facts, { ...auto, ...settings });
    expect([scoring, greedy]).toMatchObject([{ engine: 'llama', reason: `Asked for by ${option}.` }, scoring]);
    expect(() => chooseEngines(facts, { ...auto, ...settings, engine: 'onnx' })).toThrow(
      expect.objectContaining({ code: 'engine-cannot', message: expect.stringContaining(option) }),
    );
  });

  it.each([
    [{ scaling: 'none', scale: 4 } as const, '--rope-scale stretches nothing'],
    [{ scaling: 'linear', scale: 4, yarnBetaFast: 2 } as const, '--yarn-… says nothing with --rope-scaling linear'],
  ])('refuses settings of positions that contradict each other: %o', (rope, message) => {
    expect(() => chooseEngines(facts, { ...auto, rope })).toThrow(
      expect.objectContaining({ code: 'rope-settings', message: expect.stringContaining(message) }),
    );
  });

  it('ends the context of llama with a window that it does not learn of', () => {
    const { scoring, sampling } = chooseEngines({ ...facts, hiddenWindow: 4096 }, auto);
    expect(scoring.reason).not.toContain('window');
    expect(sampling.reason).toContain('the context ends with it, at 4096 tokens');
  });

  it('scores with onnx and makes all texts with llama when another model drafts them', () => {
    expect(chooseEngines(facts, { ...auto, hasDraft: true })).toMatchObject({
      scoring: { engine: 'onnx' },
      greedy: { engine: 'llama', compute: 'f32', reason: 'Asked for by --draft-model.' },
      sampling: { engine: 'llama', compute: 'f32' },
    });
  });

  it('scores with onnx when the KV type asked for is its own', () => {
    expect(chooseEngines(facts, { ...auto, kvType: 'f32' }).scoring.engine).toBe('onnx');
  });

  it.each([
    [{ ...auto, engine: 'onnx', compute: 'f16' } as const, facts, 'compute-not-supported'],
    [{ ...auto, engine: 'onnx' } as const, { ...facts, graphMismatch: 'it has none.' }, 'no-graph'],
    [auto, { ...facts, parameters: 70e9, sizeBytes: 40e9, memoryBytes: 24e9 }, 'model-too-large'],
    [
      { ...auto, engine: 'llama', compute: 'f32' } as const,
      { ...facts, parameters: 7e9, sizeBytes: 4e9, memoryBytes: 24e9 },
      'model-too-large',
    ],
  ])('refuses %o where it cannot be', (settings, given, code) => {
    expect(() => chooseEngines(given, settings)).toThrow(expect.objectContaining({ code, hint: expect.any(String) }));
  });
});
