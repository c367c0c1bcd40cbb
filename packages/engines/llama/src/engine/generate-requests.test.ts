import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GenerateRequest, Generation, Sampling, ScoreRequest } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

let model: TinyModel;
let engine: LlamaEngine;

beforeAll(async () => {
  model = writeTinyModel({ contextLength: 512 });
  engine = await LlamaEngine.open({ model: testFiles(model.path), settings: testSettings() });
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  model[Symbol.dispose]();
});

const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };

function request(id: number, text: string, changes: Partial<GenerateRequest> = {}): GenerateRequest {
  const prompt = { kind: 'text', text } as const;
  return {
    id,
    task: 'task',
    document: id,
    sharedPrefix: 0,
    prompt,
    maxTokens: 16,
    stop: [],
    sampling: GREEDY,
    ...changes,
  };
}

async function generate(requests: readonly GenerateRequest[], using = engine): Promise<readonly Generation[]> {
  const answers = await answersById(using.generate(streamOf(requests)));
  return answers.map((answer) => {
    if (answer.status !== 'ok') throw new Error(answer.message);
    return answer;
  });
}

describe('generation', () => {
  it('gives the greedy text: scoring it finds each of its tokens the likeliest', async () => {
    const prompt = (await engine.tokenizer.encode(['the cat and the'], { addSpecial: true }))[0]!;
    const continuation: number[] = [];
    for (let length = 1; length <= 6; length += 1) {
      const next = await likeliest(Int32Array.from([...prompt, ...continuation]));
      continuation.push(next);
    }
    const [expected] = await engine.tokenizer.decode([Int32Array.from(continuation)], { special: false });
    const [answer] = await generate([request(0, 'the cat and the', { maxTokens: 6 })]);
    expect(answer).toMatchObject({
      text: expected,
      finishReason: 'length',
      generatedTokens: 6,
      promptTokens: prompt.length,
    });
  });

  it('gives a sampled text by its seed, whatever is generated beside it', async () => {
    const sampling = { temperature: 1, topK: 40, topP: 0.95, minP: 0.01, seed: 7 };
    const one = request(0, 'the', { sampling });
    const [alone] = await generate([one]);
    const together = await generate([
      one,
      ...[1, 2, 3, 4, 5].map((id) => request(id, 'and '.repeat(id), { sampling })),
    ]);
    const [other] = await generate([request(0, 'the', { sampling: { ...sampling, seed: 8 } })]);
    expect(together[0]!.text).toBe(alone!.text);
    expect(other!.text).not.toBe(alone!.text);
  });

  it('takes in more requests than it has sequences, and answers each', async () => {
    const requests = Array.from({ length: 70 }, (_, id) =>
      request(id, 'in the '.repeat(1 + (id % 5)), { maxTokens: 1 + (id % 4) }),
    );
    const answers = await generate(requests);
    expect(answers.map(({ generatedTokens }) => generatedTokens)).toEqual(requests.map(({ maxTokens }) => maxTokens));
  });

  it('computes a prefix that prompts share once, and generates the same', async () => {
    const start = 'and the cat in the hat on a mat, '.repeat(4);
    const prompts = Array.from({ length: 4 }, (_, id) => request(id, `${start}${id}`, { sharedPrefix: 40 }));
    const before = (await engine.counters()).uniqueTokens;
    const shared = await generate(prompts);
    const computed = (await engine.counters()).uniqueTokens - before;
    const alone = await Promise.all(prompts.map((prompt) => generate([{ ...prompt, sharedPrefix: 0 }])));
    expect(shared.map(({ text }) => text)).toEqual(alone.map(([answer]) => answer!.text));
    expect(shared.map(({ cachedTokens }) => cachedTokens)).toEqual([0, 40, 40, 40]);
    expect(computed).toBe(shared.reduce((sum, { promptTokens }) => sum + promptTokens + 15, 0) - 3 * 40);
  });

  it('computes a prompt of which several texts are made once, and makes the texts of each seed alone', async () => {
    const texts = ['in the cat and on the hat', 'b'].flatMap((text, prompt) =>
      Array.from({ length: 9 }, (_, seed) => {
        const sampling = { ...GREEDY, temperature: 1.5, seed };
        return request(prompt * 9 + seed, text, { sampling, decoding: { presencePenalty: 1 } });
      }),
    );
    const before = (await engine.counters()).uniqueTokens;
    const together = await generate(texts);
    const computed = (await engine.counters()).uniqueTokens - before;
    const prompts = together[0]!.promptTokens + together[9]!.promptTokens;
    expect(computed).toBe(together.reduce((sum, { generatedTokens }) => sum + generatedTokens - 1, prompts));
    expect(together.slice(1, 9).map(({ cachedTokens }) => cachedTokens)).toEqual(
      Array.from({ length: 8 }, () => together[0]!.promptTokens),
    );
    expect(new Set(together.map(({ text }) => text)).size).toBeGreaterThan(15);
    for (const index of [0, 4, 8, 13]) {
      const [alone] = await generate([texts[index]!]);
      expect(alone!.text).toBe(together[index]!.text);
    }
  });

  it('draws guided texts beside plain ones, whatever is generated beside them', async () => {
    const sampling = { ...GREEDY, temperature: 1, seed: 3 };
    const guidance = { scale: 2.5, negativePrompt: { kind: 'text', text: 'in the' } as const };
    const guided = request(0, 'the cat and', { sampling, decoding: { guidance } });
    const plain = request(1, 'the cat and', { sampling });
    const [alone] = await generate([guided]);
    const together = await generate([guided, plain, { ...guided, id: 2 }, request(3, 'a')]);
    expect(together.map(({ text }) => text === alone!.text)).toEqual([true, false, true, false]);
    const [unguided] = await generate([plain]);
    expect(together[1]!.text).toBe(unguided!.text);
  });

  it('refuses more beams than there are sequences, and beams of what is no plain text', async () => {
    const beams = { count: 129, lengthPenalty: 1, earlyStopping: false } as const;
    const answers = await answersById(
      engine.generate(
        streamOf([
          request(0, 'the', { decoding: { beams } }),
          request(1, 'the', { decoding: { beams: { ...beams, count: 3 } }, sampling: { ...GREEDY, temperature: 1 } }),
          request(2, 'the'),
        ]),
      ),
    );
    expect(answers).toMatchObject([
      { status: 'error', code: 'too-many-beams' },
      { status: 'error', code: 'decoding-combination', message: expect.stringContaining('sampling') },
      { status: 'ok' },
    ]);
  });

  it('cuts before the first stop string and says so', async () => {
    const [free] = await generate([request(0, 'the cat', { maxTokens: 40 })]);
    const stop = free!.text.slice(10, 12);
    const [cut] = await generate([request(0, 'the cat', { maxTokens: 40, stop: ['never', stop] })]);
    expect(cut!.finishReason).toBe('stop');
    expect(cut!.text).toBe(free!.text.slice(0, free!.text.indexOf(stop)));
  });

  it('wants no token, and gets none', async () => {
    const [answer] = await generate([request(0, 'the', { maxTokens: 0 })]);
    expect(answer).toMatchObject({ text: '', generatedTokens: 0, finishReason: 'length' });
  });

  it('ends at the context length, and refuses a prompt that fills it', async () => {
    const [answer] = await generate([request(0, 'b '.repeat(250), { maxTokens: 100 })]);
    expect(answer!.promptTokens + answer!.generatedTokens).toBe(512);
    const [refused] = await answersById(engine.generate(streamOf([request(1, 'b '.repeat(256))])));
    expect(refused).toMatchObject({ status: 'error', code: 'context-too-long' });
  });

  it('streams the same text piece by piece', async () => {
    const one = request(0, 'on the', { maxTokens: 30, stop: ['e'] });
    const [whole] = await generate([one]);
    let text = '';
    let finish: unknown;
    for await (const event of engine.stream(one)) {
      if (event.type === 'text-delta') text += event.text;
      else finish = event.response;
    }
    expect(text).toBe(whole!.text);
    expect(finish).toEqual(whole);
  });

  it('stops with the reason of the signal', async () => {
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      const requests = Array.from({ length: 200 }, (_, id) => request(id, 'the', { maxTokens: 1 + (id % 7) }));
      for await (const answer of engine.generate(streamOf(requests), { signal: abort.signal })) {
        if (answer.id >= 0) abort.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
  });
});

/** The token that scoring finds greedy. */
async function likeliest(context: Int32Array): Promise<number> {
  const requests = Array.from({ length: engine.tokenizer.info.vocabularySize }, (_, token): ScoreRequest => {
    const prompt = { kind: 'tokens', context, continuation: Int32Array.of(token) } as const;
    return { id: token, task: 'task', document: 0, sharedPrefix: 0, prompt };
  });
  const answers = await answersById(engine.score(streamOf(requests)));
  return answers.findIndex((answer) => answer.status === 'ok' && answer.isGreedy);
}
