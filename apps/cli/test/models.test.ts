import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelCard } from '@understudy/catalog';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';
import { present, smollm2 } from './support/test-models.js';

const home = temporaryHome();

describe('models ls', () => {
  test('lists the catalog by family and size, and nothing of it as being on disk in a new home', async () => {
    const { stdout } = await runCli(['models', 'ls'], { home });
    expect(stdout).toMatch(/^smollm2-135m-instruct +SmolLM2 135M Instruct +instruct +135M +Apache-2\.0 +yes +open$/m);
    const sizes = [...stdout.matchAll(/^opt-\S+/gm)].map(([id]) => id);
    expect(sizes).toEqual(['opt-1.3b', 'opt-6.7b', 'opt-13b', 'opt-30b', 'opt-66b', 'opt-175b']);
    expect(stdout.split('\n').length).toBeGreaterThan(173);
    expect((await runCli(['models', 'ls', '--local'], { home })).stdout).toMatch(/^There are no models on disk/);
    expect(JSON.parse((await runCli(['models', 'ls', '--local', '--json'], { home })).stdout)).toEqual({ models: [] });
  });

  test('lists the models that are asked for', async () => {
    const listed = async (...argv: string[]) => {
      const { stdout } = await runCli(['models', 'ls', '--json', ...argv], { home });
      return (JSON.parse(stdout) as { models: readonly { readonly spec: string; readonly card: ModelCard }[] }).models;
    };
    expect((await listed('--family', 'zephyr,grok')).map(({ spec }) => spec)).toEqual([
      'grok-1',
      'zephyr-7b-alpha',
      'zephyr-7b-beta',
    ]);
    const chats = await listed('--kind', 'chat', '--commercial');
    expect(chats.map(({ spec }) => spec)).toContain('yi-34b-chat');
    expect(chats.filter(({ card }) => card.kind !== 'chat' || card.licence.commercialUse !== 'yes')).toEqual([]);
    const some = await listed('--family', 'vicuna', '--commercial', 'yes,conditional');
    expect(some.map(({ card }) => card.licence.id)).toEqual(Array(4).fill('LicenseRef-Llama-2-Community'));
    expect((await runCli(['models', 'ls', '--family', 'lama'], { home })).stdout).toBe(
      'No model of the catalog fits.\n',
    );
    const wrong = await runCli(['models', 'ls', '--kind', 'chatty'], { home });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('base, instruct, chat, multimodal') });
  });
});

describe('models pull', () => {
  test.each([
    ['falcon-7b', /tiiuae\/falcon-7b.*hf:owner\/repo\/file\.gguf/],
    ['vicuna-7b-v0', /difference to llama-7b/],
    ['gpt-4', /openai:gpt-4/],
  ])('says of %s, which has no file here, how it can be had', async (id, hint) => {
    const { code, stderr } = await runCli(['models', 'pull', id], { home });
    expect(code).toBe(1);
    expect(stderr).toMatch(hint);
    const chinese = await runCli(['models', 'pull', id, '--lang', 'zh-CN'], { home });
    expect(chinese.stderr).toMatch(/^错误：.*(权重|差分)/);
  });
});

describe('models show', () => {
  test('prints the card of a model that is not on disk, and how to get it', async () => {
    const { stdout } = await runCli(['models', 'show', 'smollm2-135m-instruct'], { home });
    expect(stdout).toContain('Apache License 2.0');
    expect(stdout).toContain('understudy models pull smollm2-135m-instruct');
  });

  test('prints facts with their sources, how a model can be had, and a conversation by its template', async () => {
    const { stdout } = await runCli(['models', 'show', 'vicuna-7b-v1.5'], { home });
    expect(stdout).toMatch(/^base model +llama-2-7b \[1\]/m);
    expect(stdout).toMatch(/^\[1\] gh:lm-sys\/FastChat docs\/vicuna_weights_version\.md$/m);
    expect(stdout).toMatch(/^getting it +No GGUF of it is known here/m);
    expect(stdout).toContain(
      'USER: What is the capital of France? ASSISTANT: Paris.</s>USER: And of Italy? ASSISTANT:',
    );
  });

  test('prints a price with its date, in Chinese, too', async () => {
    const { stdout } = await runCli(['models', 'show', 'gpt-3.5-turbo', '--lang', 'zh-CN'], { home });
    expect(stdout).toMatch(/每百万 token 输入 0\.5 USD、输出 1\.5 USD（\d{4}-\d{2}-\d{2}） \[\d+\]/);
    expect(stdout).toContain('可用 openai:gpt-3.5-turbo 访问');
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
