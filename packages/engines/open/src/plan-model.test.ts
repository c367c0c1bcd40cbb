import { truncateSync } from 'node:fs';
import type { EngineSettings } from '@understudy/core';
import { writeTinyModel } from '@understudy/engine-llama/testing';
import { expect, it } from 'vitest';
import { planModel } from './plan-model.js';

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
