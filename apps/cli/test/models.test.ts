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
    expect(stdout).toMatch(
      /^smollm2-135m-instruct +SmolLM2 135M Instruct +instruct +135M +8,192 +0\.3 GiB +Apache-2\.0 +yes +open$/m,
    );
    const sizes = [...stdout.matchAll(/^opt-\S+/gm)].map(([id]) => id);
    expect(sizes).toEqual(['opt-1.3b', 'opt-6.7b', 'opt-13b', 'opt-30b', 'opt-66b', 'opt-175b']);
    expect(stdout.split('\n').length).toBeGreaterThan(173);
    expect((await runCli(['models', 'ls', '--local'], { home })).stdout).toMatch(/^There are no models on disk/);
    expect(JSON.parse((await runCli(['models', 'ls', '--local', '--json'], { home })).stdout)).toEqual({
      models: [],
      leftOut: { models: 0, byCriterion: {} },
    });
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
    // The word is a use here, as elsewhere it would turn a switch off.
    const forbidden = await listed('--family', 'vicuna', '--commercial', 'no');
    expect(forbidden.map(({ spec }) => spec)).toContain('vicuna-7b-v1.3');
    expect(forbidden.map(({ spec }) => spec)).not.toContain('vicuna-7b-v1.5');
    expect((await runCli(['models', 'ls', '--family', 'lama'], { home })).stdout).toBe(
      'No model of the catalog fits.\n',
    );
    const wrong = await runCli(['models', 'ls', '--kind', 'chatty'], { home });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('base, instruct, chat, multimodal') });
  });
});

describe('models ls by what is known of models', () => {
  interface Listed {
    readonly spec: string;
    readonly card: ModelCard;
    readonly obligations: { readonly commercialUse: string };
    readonly memory: { readonly bytes: number };
  }

  test('finds those that may be used, fit and speak the language, and says how many it cannot tell', async () => {
    const asked = ['--commercial', '--max-memory', '8GiB', '--context', '32k', '--language', 'zh'];
    const { stdout } = await runCli(['models', 'ls', ...asked, '--json'], { home });
    const { models, leftOut } = JSON.parse(stdout) as { models: readonly Listed[]; leftOut: { models: number } };
    expect(models.map(({ spec }) => spec)).toEqual(['yi-6b-200k']);
    const [{ obligations, memory }] = models as [Listed];
    expect(obligations.commercialUse).toBe('yes');
    expect(memory.bytes).toBeLessThan(8 * 2 ** 30);
    expect(leftOut.models).toBe(0);
    const some = await runCli(['models', 'ls', '--open', '--language', 'zh', '--max-parameters', '7B'], { home });
    expect(some.stdout).toMatch(
      /\n\d+ models were left out because it is not known whether they fit: languages \d+\.\n$/,
    );
    const chinese = await runCli(['models', 'ls', '--open', '--language', 'zh', '--lang', 'zh-CN'], { home });
    expect(chinese.stdout).toMatch(/另有 \d+ 个模型因信息未知而未列出：语言 \d+。\n$/);
  });

  test('takes the licences of the whole lineage, and memory by the format', async () => {
    const { stdout } = await runCli(['models', 'ls', '--family', 'mentallama', '--quantization', 'F16'], { home });
    expect(stdout).toMatch(/^model .* memory \(F16\)/);
    expect(stdout).toMatch(/^mentallama-33b-lora .* 6\d\.\d GiB +MIT +no +adapter$/m);
  });

  test.each([
    ['--max-memory', 'lots', /8GiB/],
    ['--context', 'long', /8192/],
    ['--max-parameters', 'many', /7B/],
    ['--released-since', 'yesterday', /2023-06/],
    ['--quantization', 'Q9', /Q4_K_M/],
  ])('refuses %s %s and says what it takes', async (flag, value, hint) => {
    expect(await runCli(['models', 'ls', flag, value], { home })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(hint),
    });
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

const shown = async (...argv: string[]) => (await runCli(['models', 'show', 'llama-2-70b', ...argv], { home })).stdout;

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

  test('prints what licences along the lineage ask, claims with their check, scores by source, and contamination', async () => {
    const { stdout } = await runCli(['models', 'show', 'stable-beluga-2', 'falcon-40b'], { home });
    expect(stdout).toMatch(/^Commercial use, by all licences along the lineage: no \(stable-beluga-2\)$/m);
    expect(stdout).toMatch(/^ {2}users a month: .*700 million.*\(LicenseRef-Llama-2-Community, llama-2-70b\)$/m);
    expect(stdout).toMatch(/^ {2}c040: .* – not checked \[\d+\]$/m);
    expect(stdout).toMatch(/^ {2}hellaswag, contaminated: .*\[\d+\]$/m);
    expect(stdout).toMatch(/Benchmark data in its training:\n {2}not checked/);
    expect(stdout).toMatch(/^architecture +decoder-only; 80 layers of 8,192; 64 heads of 128, 8 of K\/V; GQA/m);
    expect(stdout).toMatch(/^memory +39\.8 GiB in Q4_K_M: 38\.6 GiB weights \+ 1\.3 GiB K\/V cache/m);
    expect(stdout).toMatch(/^speed +at most 1\.2 tokens\/s written .* 51\.2 GB\/s/m);
  });

  test('prints the first scores, all of them with --scores, and everything as JSON', async () => {
    const few = await shown();
    const [, more = ''] = /… and (\d+) more; --scores prints all/.exec(few) ?? [];
    const all = await shown('--scores');
    expect(all).not.toContain('--scores prints all');
    expect(all.split('\n').filter((line) => / {2}MMLU \(5-shot/.test(line)).length).toBeGreaterThan(2);
    const [model] = (JSON.parse(await shown('--json')) as { models: readonly { knowledge: { scores: unknown[] } }[] })
      .models;
    expect(model?.knowledge.scores).toHaveLength(12 + Number(more));
    expect(model).toMatchObject({
      card: { architecture: { keyValueHeads: 8 } },
      knowledge: { obligations: { commercialUse: 'conditional' }, memory: { quantization: 'Q4_K_M' } },
    });
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
