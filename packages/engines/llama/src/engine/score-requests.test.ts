import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Score, ScoreRequest } from '@understudy/core';
import { AsyncQueue } from '@understudy/engine-process';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

let model: TinyModel;
let engine: LlamaEngine;

beforeAll(async () => {
  model = writeTinyModel();
  engine = await LlamaEngine.open({ model: testFiles(model.path), settings: testSettings() });
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  model[Symbol.dispose]();
});

/** Tokens that look random but are always the same. */
function tokens(seed: number, length: number): Int32Array {
  return Int32Array.from({ length }, (_, index) => 3 + ((seed * 7919 + index * 104_729 + seed * index * 13) % 260));
}

function join(...parts: readonly Int32Array[]): Int32Array {
  return Int32Array.from(parts.flatMap((part) => [...part]));
}

function request(
  id: number,
  context: Int32Array,
  continuation: Int32Array,
  origin: Partial<ScoreRequest> = {},
): ScoreRequest {
  return {
    id,
    task: 'task',
    document: id,
    sharedPrefix: 0,
    prompt: { kind: 'tokens', context, continuation },
    ...origin,
  };
}

async function score(using: LlamaEngine, requests: readonly ScoreRequest[]): Promise<readonly Score[]> {
  const answers = await answersById(using.score(streamOf(requests)));
  return answers.map((answer) => {
    if (answer.status !== 'ok') throw new Error(answer.message);
    return answer;
  });
}

/** Each request in a call of its own: nothing can be shared. */
async function scoreAlone(using: LlamaEngine, requests: readonly ScoreRequest[]): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const one of requests) scores.push(...(await score(using, [one])));
  return scores;
}

/** Largest difference between scores of requests together and of each alone; infinite when a greedy flag differs. */
async function differenceFromAlone(requests: readonly ScoreRequest[]): Promise<number> {
  const together = await score(engine, requests);
  const alone = await scoreAlone(engine, requests);
  const differences = alone.map((expected, index) => {
    const answer = together[index];
    if (answer?.isGreedy !== expected.isGreedy) return Infinity;
    return Math.abs(answer.logProbability - expected.logProbability);
  });
  return Math.max(...differences);
}

/** Sums of float32 products in another order. */
const ROUNDING = 0.001;

describe('scoring', () => {
  it('gives log-probabilities that sum to one over the vocabulary', async () => {
    const size = engine.tokenizer.info.vocabularySize;
    const requests = Array.from({ length: size }, (_, token) => request(token, tokens(1, 5), Int32Array.of(token)));
    const scores = await score(engine, requests);
    const total = scores.reduce((sum, { logProbability }) => sum + Math.exp(logProbability), 0);
    expect(total).toBeCloseTo(1, 5);
    expect(scores.filter(({ isGreedy }) => isGreedy)).toHaveLength(1);
  });

  it('adds the log-probabilities of the tokens of a continuation', async () => {
    const [context, a, b] = [tokens(2, 6), tokens(3, 2), tokens(4, 3)];
    const [whole, first, second] = await score(engine, [
      request(0, context, join(a, b)),
      request(1, context, a),
      request(2, join(context, a), b),
    ]);
    expect(whole!.logProbability).toBeCloseTo(first!.logProbability + second!.logProbability, 4);
  });

  it('scores documents with shared contexts, nested prefixes and equal requests as each would score alone', async () => {
    const shared = tokens(5, 40);
    const documents = Array.from({ length: 12 }, (_, document) => {
      const context = join(shared, tokens(10 + document, 5 + document * 3));
      return [1, 2, 3].map((choice) => ({ context, continuation: tokens(100 + choice, choice), document }));
    }).flat();
    const nested = [1, 2, 3, 4].map((part) => ({
      context: tokens(6, part * 9),
      continuation: tokens(6, part * 9 + 4).subarray(part * 9),
      document: 50,
    }));
    const equal = [0, 1].map(() => ({ context: tokens(7, 3), continuation: tokens(8, 2), document: 60 }));
    const requests = [...documents, ...nested, ...equal].map(({ context, continuation, document }, id) =>
      request(id, context, continuation, { document, sharedPrefix: id % 2 === 0 ? 40 : 0 }),
    );
    expect(await differenceFromAlone(requests)).toBeLessThan(ROUNDING);
  });

  it('scores trees that are larger than a call, and continuations of a thousand tokens', async () => {
    const long = tokens(9, 1000);
    const requests = [
      request(0, long.subarray(0, 1), long.subarray(1)),
      request(1, long.subarray(0, 700), tokens(21, 400)),
      request(2, long.subarray(0, 700), tokens(22, 500)),
      request(3, join(long.subarray(0, 700), tokens(22, 300)), tokens(23, 200)),
      request(4, tokens(24, 3), tokens(25, 2)),
    ];
    expect(await differenceFromAlone(requests)).toBeLessThan(ROUNDING);
  });

  it('computes a prefix that all documents share once, from window to window', async () => {
    const shared = tokens(12, 200);
    const requests = Array.from({ length: 300 }, (_, id) =>
      request(id, join(shared, tokens(1000 + id, 4)), tokens(id, 1), { sharedPrefix: 200 }),
    );
    const before = (await engine.counters()).uniqueTokens;
    const scores = await score(engine, requests);
    expect((await engine.counters()).uniqueTokens - before).toBeLessThanOrEqual(200 + 300 * 4);
    expect(scores.at(-1)!.cachedTokens).toBeGreaterThanOrEqual(200);
    expect(scores.reduce((sum, { promptTokens }) => sum + promptTokens, 0)).toBe(300 * 205);
  });

  it('counts a token as cached when another request had it computed', async () => {
    const context = tokens(13, 10);
    const [first, second] = await score(engine, [
      request(0, context, tokens(14, 3), { document: 1 }),
      request(1, context, tokens(15, 4), { document: 1 }),
    ]);
    expect(first).toMatchObject({ promptTokens: 13, cachedTokens: 0 });
    expect(second).toMatchObject({ promptTokens: 14, cachedTokens: 10 });
  });

  it('answers a request that is too long, and the others too', async () => {
    const settings = testSettings({ contextLength: 100 });
    await using short = await LlamaEngine.open({ model: testFiles(model.path), settings });
    const [full, fits] = [tokens(16, 100), tokens(16, 99)];
    const answers = await answersById(
      short.score(streamOf([request(0, full, tokens(17, 2)), request(1, fits, tokens(17, 2))])),
    );
    expect(answers[0]).toMatchObject({ status: 'error', code: 'context-too-long' });
    expect(answers[1]).toMatchObject({ status: 'ok' });
  });

  it('answers while requests still come, when whoever sends them waits for answers', async () => {
    const answered = new AsyncQueue<number>();
    answered.push([0]);
    async function* oneByOne(): AsyncGenerator<ScoreRequest, void, undefined> {
      for await (const id of answered) yield request(id, tokens(18, 4), tokens(id, 1));
    }
    const ids: number[] = [];
    for await (const { id } of engine.score(oneByOne())) {
      ids.push(id);
      if (id === 2) answered.end();
      else answered.push([id + 1]);
    }
    expect(ids).toEqual([0, 1, 2]);
  });

  it('stops with the reason of the signal', async () => {
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      const requests = Array.from({ length: 400 }, (_, id) => request(id, tokens(id, 30), tokens(id, 2)));
      for await (const answer of engine.score(streamOf(requests), { signal: abort.signal })) {
        if (answer.id >= 0) abort.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
  });
});

describe('scoring with fixed shapes', () => {
  it('gives bit-equal scores to a document alone, in any company, and after another prefix', async () => {
    const fixed = await LlamaEngine.open({
      model: testFiles(model.path),
      settings: testSettings({ deterministic: true, kvType: 'f16' }),
    });
    const shared = tokens(30, 100);
    const document = (number: number, base: number, prefix = shared): ScoreRequest[] =>
      [1, 2, 3, 4].map((choice) =>
        request(
          base + choice,
          join(prefix, tokens(40 + number, 5 + ((number * 11) % 37))),
          tokens(500 + choice, choice * 2),
          {
            document: number,
            sharedPrefix: 100,
          },
        ),
      );
    const run = [
      ...document(1, 0),
      ...document(2, 10, tokens(31, 100)),
      ...document(3, 20),
      ...document(4, 30),
      ...document(1, 40),
    ];
    const together = await score(fixed, run);
    for (const [first, requests] of [
      [0, document(1, 0)],
      [4, document(2, 10, tokens(31, 100))],
      [8, document(3, 20)],
      [12, document(4, 30)],
      [16, document(1, 40)],
    ] as const) {
      const alone = await score(fixed, requests);
      expect(together.slice(first, first + 4).map(({ logProbability }) => logProbability)).toEqual(
        alone.map(({ logProbability }) => logProbability),
      );
    }
    await fixed[Symbol.asyncDispose]();
  });
});
