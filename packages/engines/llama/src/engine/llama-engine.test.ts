import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '@understudy/core';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { writeTinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

async function open(file: string): Promise<LlamaEngine> {
  return LlamaEngine.open({ model: testFiles(file), settings: testSettings() });
}

describe('opening a model', () => {
  it('tells everything that can change a score', async () => {
    using tiny = writeTinyModel();
    await using engine = await open(tiny.path);
    expect(engine.info).toMatchObject({
      engine: 'llama',
      build: expect.stringMatching(/^llama\.cpp v0\.5\.0 [0-9a-f]+ \S+$/),
      compute: 'f32',
      kvType: 'f32',
      attention: 'plain',
      architecture: 'llama',
      contextLength: 4096,
      threads: 1,
    });
    expect(engine.info.parameters).toBeGreaterThan(50_000);
    expect(engine.tokenizer.info.chatTemplate).toBe('{{ messages[0].content }}');
  });

  it('opens a model in parts, and tells how far it is', async () => {
    using whole = writeTinyModel();
    using split = writeTinyModel({ parts: 3 });
    const progress: Progress[] = [];
    await using one = await open(whole.path);
    await using three = await LlamaEngine.open({
      model: { ...testFiles(split.path), paths: split.paths },
      settings: testSettings(),
      onProgress: (step) => progress.push(step),
    });
    expect(three.info).toEqual(one.info);
    expect(progress.at(-1)).toEqual({ label: 'tiny-00001-of-00003.gguf', done: 100, total: 100, unit: 'steps' });
  });

  it('refuses layers for a device that there is no library for', async () => {
    using tiny = writeTinyModel();
    const opening = LlamaEngine.open({ model: testFiles(tiny.path), settings: testSettings({ gpuLayers: 2 }) });
    await expect(opening).rejects.toMatchObject({ name: 'UserError', code: 'no-gpu-library' });
  });

  it('names an architecture that the library does not know', async () => {
    using tiny = writeTinyModel({ architecture: 'perceptron' });
    await expect(open(tiny.path)).rejects.toMatchObject({
      name: 'EngineError',
      code: 'unknown-architecture',
      message: expect.stringContaining("'perceptron'"),
    });
  });

  it('tells a file that is cut off from one that is no GGUF and one that is not there', async () => {
    using tiny = writeTinyModel();
    truncateSync(tiny.path, readFileSync(tiny.path).length - 1000);
    await expect(open(tiny.path)).rejects.toMatchObject({ code: 'gguf-truncated' });
    await expect(open(tiny.path)).rejects.toThrow(/^Loading tiny\.gguf: .*not within the file bounds/);
    truncateSync(tiny.path, 500);
    await expect(open(tiny.path)).rejects.toMatchObject({ code: 'gguf-truncated' });
    writeFileSync(tiny.path, 'not a model');
    await expect(open(tiny.path)).rejects.toMatchObject({ code: 'gguf-invalid' });
    await expect(open(path.join(tiny.folder, 'none.gguf'))).rejects.toMatchObject({ code: 'model-file-unreadable' });
  });
});
