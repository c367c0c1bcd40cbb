import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyCheckpoint } from '@understudy/checkpoint/testing';
import type { EngineSettings } from '@understudy/core';
import { writeTinyModel } from '@understudy/engine-llama/testing';
import { expect, it } from 'vitest';
import { planModel, requireGguf } from './plan-model.js';

const settings: EngineSettings = {
  engine: 'auto',
  compute: 'auto',
  kvType: undefined,
  threads: undefined,
  gpuLayers: 0,
  contextLength: undefined,
  deterministic: false,
};

it('chooses from the headers alone', () => {
  using model = writeTinyModel();
  expect(planModel({ paths: [model.path], settings, memoryBytes: 8 * 2 ** 30 })).toMatchObject({
    description: { architecture: 'llama' },
    choices: { scoring: { engine: 'onnx', compute: 'f32' }, sampling: { engine: 'llama', compute: 'f32' } },
  });
});

it('scores with llama what only looks like a model with a graph', () => {
  using model = writeTinyModel({ withoutTensors: true });
  expect(planModel({ paths: [model.path], settings, memoryBytes: 8 * 2 ** 30 }).choices.scoring).toMatchObject({
    engine: 'llama',
    compute: 'native',
    reason: expect.stringContaining('has no tensor'),
  });
});

it('refuses a model larger than the memory with what it needs, and a file that is cut short', () => {
  using model = writeTinyModel();
  expect(() => planModel({ paths: [model.path], settings, memoryBytes: 100_000 })).toThrow(
    expect.objectContaining({ code: 'model-too-large' }),
  );
  truncateSync(model.path, 200_000);
  expect(() => planModel({ paths: [model.path], settings })).toThrow(
    expect.objectContaining({ code: 'gguf-truncated' }),
  );
});

it('computes a transformers checkpoint in onnx, whatever its size, and refuses what only llama does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const paths = [writeTinyCheckpoint(folder)] as const;
  const memoryBytes = 8 * 2 ** 30;
  expect(planModel({ paths, settings, memoryBytes }).choices).toMatchObject({
    scoring: { engine: 'onnx', compute: 'f32' },
    greedy: { engine: 'onnx' },
  });
  for (const asked of [{ engine: 'llama' }, { compute: 'q8_0' }, { gpuLayers: 1 }] as const) {
    expect(() => planModel({ paths, settings: { ...settings, ...asked }, memoryBytes })).toThrow(
      expect.objectContaining({ code: 'llama-needs-gguf', hint: expect.stringContaining('convert_hf_to_gguf.py') }),
    );
  }
  expect(() => requireGguf(paths, 'Converting')).toThrow(expect.objectContaining({ code: 'llama-needs-gguf' }));
  const scaled = [writeTinyCheckpoint(folder, { config: { rope_scaling: { rope_type: 'yarn', factor: 2 } } })] as const;
  expect(() => planModel({ paths: scaled, settings, memoryBytes })).toThrow(
    expect.objectContaining({ code: 'no-graph', message: expect.stringContaining('yarn') }),
  );
  rmSync(folder, { recursive: true });
});
