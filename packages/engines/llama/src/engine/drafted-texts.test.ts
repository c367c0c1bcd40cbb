import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GenerateRequest, GenerateResponse } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { tinySentencePieceVocabulary } from '../testing/tiny-vocabulary.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

let model: TinyModel;
let other: TinyModel;
let engine: LlamaEngine;

beforeAll(async () => {
  model = writeTinyModel({ contextLength: 512, sharpness: 3 });
  other = writeTinyModel({ contextLength: 96, sharpness: 3, seed: 7 });
  engine = await LlamaEngine.open({ model: testFiles(model.path), settings: testSettings() });
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  model[Symbol.dispose]();
  other[Symbol.dispose]();
});

function openDrafted(draft: string, deterministic = false): Promise<LlamaEngine> {
  return LlamaEngine.open({
    model: { ...testFiles(model.path), draft: { ...testFiles(draft), identity: '1'.repeat(64) } },
    settings: testSettings({ deterministic }),
  });
}

const TEXTS = ['the cat', 'b', 'in the hat and on the mat', 'x and then '.repeat(12), '1 2 3', 'The'];
const WAYS: readonly Partial<GenerateRequest>[] = [
  {},
  { decoding: { repetitionPenalty: 1.5, noRepeatNgramSize: 2 } },
  { decoding: { constraint: { kind: 'grammar', grammar: 'root ::= [a-e ]{20,40}' } } },
  { stop: ['e', 'S'] },
  { maxTokens: 2 },
  { sampling: { temperature: 0.8, topK: 40, topP: 0.9, minP: 0, seed: 11 }, decoding: { frequencyPenalty: 1 } },
  { decoding: { guidance: { scale: 1.5, negativePrompt: undefined } } },
  { decoding: { beams: { count: 3, lengthPenalty: 1, earlyStopping: false } } },
];

const requests = WAYS.flatMap((way, index) =>
  TEXTS.map((text, place): GenerateRequest => ({
    id: index * TEXTS.length + place,
    task: 'task',
    document: place,
    sharedPrefix: 0,
    prompt: { kind: 'text', text },
    maxTokens: 30,
    stop: [],
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 },
    ...way,
  })),
);

/** The answers, and the decode calls that they took. */
async function generate(using: LlamaEngine, some: readonly GenerateRequest[] = requests) {
  const before = (await using.counters()).batches;
  const answers = await answersById<GenerateResponse>(using.generate(streamOf(some)));
  return { answers, calls: (await using.counters()).batches - before };
}

describe('texts that another model drafts', () => {
  it('are the same token by token, whether the draft agrees or not', async () => {
    const { answers } = await generate(engine);
    expect(answers.every(({ status }) => status === 'ok')).toBe(true);
    for (const path of [model.path, other.path]) {
      await using drafted = await openDrafted(path);
      expect((await generate(drafted)).answers).toEqual(answers);
    }
  });

  it('take fewer calls when the draft agrees, and no more when it does not', async () => {
    const greedy = requests.slice(0, TEXTS.length).map((request) => ({ ...request, maxTokens: 40 }));
    const one = async (using: LlamaEngine): Promise<number> => {
      let sum = 0;
      for (const request of greedy) sum += (await generate(using, [request])).calls;
      return sum;
    };
    const plain = await one(engine);
    await using agreeing = await openDrafted(model.path);
    await using disagreeing = await openDrafted(other.path);
    expect(await one(agreeing)).toBeLessThan(plain / 2);
    expect(await one(disagreeing)).toBeLessThanOrEqual(plain);
  });

  it('are the same one at a time, and streamed', async () => {
    await using drafted = await openDrafted(model.path, true);
    const some = requests.filter((_, index) => index % 7 === 0);
    expect((await generate(drafted, some)).answers).toEqual((await generate(engine, some)).answers);
    let text = '';
    for await (const event of drafted.stream(requests[0]!)) if (event.type === 'text-delta') text += event.text;
    expect(text).toBe(
      (await generate(engine, [requests[0]!])).answers.map((answer) => (answer.status === 'ok' ? answer.text : ''))[0],
    );
  });

  it('need a draft of the same vocabulary', async () => {
    using stranger = writeTinyModel({ vocabulary: tinySentencePieceVocabulary() });
    await expect(openDrafted(stranger.path)).rejects.toMatchObject({
      party: 'user',
      code: 'draft-model-unfit',
      message: expect.stringContaining('another vocabulary'),
    });
  });
});
