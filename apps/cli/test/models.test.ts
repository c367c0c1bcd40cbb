import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';
import { present, smollm2 } from './support/test-models.js';

const home = temporaryHome();

describe('models ls', () => {
  test('lists the default shortlist, and nothing of it as being on disk in a new home', async () => {
    const { stdout } = await runCli(['models', 'ls'], { home });
    expect(stdout).toMatch(/^smollm2-135m-instruct +135M +Q4_1 +98\.4 MB +Apache-2\.0$/m);
    expect(stdout).toMatch(/^gemma-3-270m +268M +Q4_K_M +253 MB/m);
    expect((await runCli(['models', 'ls', '--local'], { home })).stdout).toMatch(/^There are no models on disk/);
    expect(JSON.parse((await runCli(['models', 'ls', '--local', '--json'], { home })).stdout)).toEqual({ models: [] });
  });
});

describe('models show', () => {
  test('prints the card of a model that is not on disk, and how to get it', async () => {
    const { stdout } = await runCli(['models', 'show', 'smollm2-135m-instruct'], { home });
    expect(stdout).toContain('Apache License 2.0');
    expect(stdout).toContain('understudy models pull smollm2-135m-instruct');
  });

  test('refuses a file that is no GGUF, as one JSON object where that is asked for', async () => {
    const path = join(home, 'not-a-model.gguf');
    writeFileSync(path, 'not a model, whatever its name says');
    const { code, stdout, stderr } = await runCli(['models', 'show', path, '--json'], { home });
    expect(code).toBe(1);
    expect(stderr).toContain(path);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: expect.stringMatching(/^gguf-/),
        message: expect.stringContaining(path),
        hint: expect.any(String),
      },
    });
  });

  test('suggests how to name a model that is not known', async () => {
    const { code, stderr } = await runCli(['models', 'show', 'smollm3'], { home });
    expect(code).toBe(1);
    expect(stderr).toContain('understudy models ls');
  });
});

describe.skipIf(smollm2 === undefined)('a real model (UNDERSTUDY_TEST_MODELS)', () => {
  test('is recognised by its bytes, described, and needs less memory for a shorter context', async () => {
    const { stdout } = await runCli(['models', 'show', present(smollm2), '--context', '512', '--json'], { home });
    const [model] = (JSON.parse(stdout) as { models: readonly unknown[] }).models;
    expect(model).toMatchObject({
      card: { id: 'smollm2-135m-instruct' },
      file: {
        identity: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
        description: { architecture: 'llama', parameters: 134_515_008, quantization: 'Q4_1', contextLength: 8192 },
        // 30 layers × 3 KV heads × 64 numbers × K and V × 2 bytes × 512 tokens.
        memory: { contextLength: 512, kvCacheBytes: 30 * 3 * 64 * 2 * 2 * 512 },
      },
    });
  });

  test('is written in another format by models convert', async () => {
    const output = join(home, 'smollm2.q8_0.gguf');
    const converted = await runCli(['models', 'convert', present(smollm2), '--type', 'Q8_0', '-o', output], { home });
    expect(converted).toMatchObject({ code: 0, stdout: `wrote ${output}\n` });
    const { stdout } = await runCli(['models', 'show', output], { home });
    expect(stdout).toMatch(/^quantisation +Q8_0$/m);
  });
});
