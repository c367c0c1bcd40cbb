import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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
    truncateSync(tiny.path, 500);
    await expect(open(tiny.path)).rejects.toMatchObject({ code: 'gguf-truncated' });
    writeFileSync(tiny.path, 'not a model');
    await expect(open(tiny.path)).rejects.toMatchObject({ code: 'gguf-invalid' });
    await expect(open(path.join(tiny.folder, 'none.gguf'))).rejects.toMatchObject({ code: 'model-file-unreadable' });
  });
});
