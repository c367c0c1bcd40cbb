import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, GenerateRequest, ScoreRequest } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { tinyAdapter, writeTinyAdapter, type MergedAdapter, type TinyAdapterFile } from '../testing/tiny-adapter.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

const first = tinyAdapter({ seed: 21 });
const second = tinyAdapter({ seed: 22, rank: 2, alpha: 16 });

let model: TinyModel;
let files: readonly [TinyAdapterFile, TinyAdapterFile];
let engine: LlamaEngine;

beforeAll(async () => {
  model = writeTinyModel();
  files = [writeTinyAdapter(first), writeTinyAdapter(second)];
  engine = await LlamaEngine.open({ model: testFiles(model.path), settings: testSettings() });
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  for (const file of [model, ...files]) file[Symbol.dispose]();
});

const origin = { task: 'task', sharedPrefix: 0 };
const requests = ['the cat and the hat', 'b on the mat', '1 2 3, in the ring'].flatMap((context, document) =>
  [' and', 'S', ' the cat in'].map((continuation, choice): ScoreRequest => ({
    ...origin,
    id: document * 3 + choice,
    document,
    prompt: { kind: 'text', context, continuation },
  })),
);

async function scores(using: LlamaEngine, adapters?: readonly Adapter[]): Promise<readonly number[]> {
  const answers = await answersById(using.score(streamOf(requests), { adapters }));
  return answers.map((answer) => (answer.status === 'ok' ? answer.logProbability : Number.NaN));
}

async function text(using: LlamaEngine, adapters?: readonly Adapter[]): Promise<string> {
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
  const prompt = { kind: 'text', text: 'in the' } as const;
  const request: GenerateRequest = { ...origin, id: 0, document: 0, prompt, maxTokens: 12, stop: [], sampling };
  const [answer] = await answersById(using.generate(streamOf([request]), { adapters }));
  return answer?.status === 'ok' ? answer.text : '';
}

const use = (index: 0 | 1, scale: number): Adapter => ({
  path: files[index].path,
  identity: String(index).repeat(64),
  scale,
});

/** Scores and a text of a model with the adapters in its weights. */
async function merged(...adapters: readonly MergedAdapter[]) {
  using whole = writeTinyModel({ merged: adapters });
  await using other = await LlamaEngine.open({ model: testFiles(whole.path), settings: testSettings() });
  return { scores: await scores(other), text: await text(other) };
}

function farthest(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, index) => Math.abs(value - b[index]!)));
}

const shape = (values: number) => ({ length: values });

describe('adapters', () => {
  it('score and write like a model with merged weights, one after the other and together, on one loaded model', async () => {
    const base = await scores(engine);
    const ways: readonly (readonly [readonly Adapter[], readonly MergedAdapter[]])[] = [
      [[use(0, 1)], [{ adapter: first, scale: 1 }]],
      [[use(1, 1)], [{ adapter: second, scale: 1 }]],
      [[use(0, -0.5)], [{ adapter: first, scale: -0.5 }]],
      [
        [use(0, 0.7), use(1, 1.3)],
        [
          { adapter: first, scale: 0.7 },
          { adapter: second, scale: 1.3 },
        ],
      ],
    ];
    for (const [adapters, weights] of ways) {
      const expected = await merged(...weights);
      const found = await scores(engine, adapters);
      expect(farthest(found, expected.scores)).toBeLessThan(1e-4);
      expect(farthest(found, base)).toBeGreaterThan(0.1);
      expect(await text(engine, adapters)).toBe(expected.text);
    }
    expect(await scores(engine)).toEqual(base);
  });

  it('are laid over all calls of an engine that was opened with them, and say who they are', async () => {
    await using adapted = await LlamaEngine.open({
      model: { ...testFiles(model.path), adapters: [use(0, 2)] },
      settings: testSettings(),
    });
    expect(adapted.info.adapters).toEqual([{ identity: '0'.repeat(64), scale: 2 }]);
    expect(await scores(adapted)).toEqual(await scores(engine, [use(0, 2)]));
    expect(await scores(adapted, [])).toEqual(await scores(engine));
    let streamed = '';
    const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
    const prompt = { kind: 'text', text: 'in the' } as const;
    const request: GenerateRequest = { ...origin, id: 0, document: 0, prompt, maxTokens: 12, stop: [], sampling };
    for await (const event of adapted.stream(request)) if (event.type === 'text-delta') streamed += event.text;
    expect(streamed).toBe(await text(engine, [use(0, 2)]));
  });

  it.each([
    [
      'of another architecture',
      { architecture: 'gemma3' },
      'adapter-unfit',
      /made for the architecture gemma3.* of llama/,
    ],
    ['that are models', { type: 'model' }, 'adapter-unfit', /it is no LoRA adapter/],
    [
      'with norms, which would be left out',
      { tensors: [{ name: 'blk.0.attn_norm.weight', shape: [64], values: Float32Array.from(shape(64), () => 1) }] },
      'adapter-unsupported',
      /also replaces blk\.0\.attn_norm\.weight/,
    ],
    [
      'for a tensor that the model does not have',
      {
        tensors: [
          { name: 'blk.7.attn_q.weight.lora_a', shape: [64, 4], values: Float32Array.from(shape(256), () => 1) },
          { name: 'blk.7.attn_q.weight.lora_b', shape: [4, 64], values: Float32Array.from(shape(256), () => 1) },
        ],
      },
      'adapter-unfit',
      /blk\.7\.attn_q\.weight' does not exist/,
    ],
    [
      'of other shapes',
      {
        tensors: [
          { name: 'blk.1.attn_q.weight.lora_a', shape: [32, 4], values: Float32Array.from(shape(128), () => 1) },
          { name: 'blk.1.attn_q.weight.lora_b', shape: [4, 64], values: Float32Array.from(shape(256), () => 1) },
        ],
      },
      'adapter-unfit',
      /blk\.1\.attn_q\.weight' has incorrect shape/,
    ],
  ])('%s are refused, and the engine goes on', async (_, options, code, message) => {
    using file = writeTinyAdapter(first, options);
    const adapters = [{ path: file.path, identity: 'x', scale: 1 }];
    await expect(scores(engine, adapters)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    const opening = LlamaEngine.open({ model: { ...testFiles(model.path), adapters }, settings: testSettings() });
    await expect(opening).rejects.toMatchObject({ code });
    expect(await scores(engine)).toHaveLength(requests.length);
  });
});
