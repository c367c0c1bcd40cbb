import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScoreRequest } from '@understudy/core';
import { writeGguf, type WritableGguf } from '@understudy/gguf/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTextModel } from '../open-text-model.js';
import { TINY_GEMMA3, TINY_LLAMA, tinyModel, type TinyShape } from '../testing/tiny-model.js';
import { collect, referenceScore, stream, tinyRequests } from '../testing/tiny-requests.js';
import { costModel, type CostModel } from './cost-model.js';
import { ModelGraphs } from '../runtime/model-graphs.js';
import { Scorer } from './scorer.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onnx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function openTiny(
  shape: TinyShape,
  options: { deterministic?: boolean; costs?: Partial<CostModel> } = {},
): Promise<{ scorer: Scorer; graphs: ModelGraphs; file: WritableGguf }> {
  const path = join(folder, `${shape.architecture}.gguf`);
  const file = tinyModel(shape);
  writeGguf(path, file);
  const model = openTextModel({ paths: [path] });
  const graphs = await ModelGraphs.open(model, { weightsPath: path, threads: 1 });
  const scorer = new Scorer(graphs, {
    contextLength: shape.contextLength,
    deterministic: options.deterministic ?? false,
    costs: { ...costModel(model), ...options.costs },
  });
  return { scorer, graphs, file };
}

/** Small passes, so that short sequences go in chunks and documents in several passes. */
const SMALL_PASSES: Partial<CostModel> = { passTokens: 24, headRows: 5 };

const CASES = [
  { title: 'documents without a prefix', documents: { count: 4, prefix: 0, contextLengths: [3, 9] } },
  { title: 'documents behind a shared prefix', documents: { count: 4, prefix: 20, contextLengths: [2, 6] } },
  { title: 'long contexts', documents: { count: 1, prefix: 0, contextLengths: [70, 70] } },
] as const;

describe.each([TINY_LLAMA, TINY_GEMMA3])('a tiny $architecture', (shape) => {
  describe.each([
    { passes: 'passes of the cost model', options: {} },
    { passes: 'small passes', options: { costs: SMALL_PASSES } },
    { passes: 'deterministic passes', options: { deterministic: true, costs: SMALL_PASSES } },
  ])('in $passes', ({ options }) => {
    it.each(CASES)('scores $title as plain loops do', async ({ documents }) => {
      const { scorer, graphs, file } = await openTiny(shape, options);
      await using _ = graphs;
      const requests = tinyRequests(shape, {
        ...documents,
        continuationLengths: [1, 4, 30],
        hint: documents.prefix,
      });
      const scores = await collect(scorer.score(stream(requests)));
      expect(scores.size).toBe(requests.length);
      for (const request of requests) {
        const expected = referenceScore(shape, file, request);
        const score = scores.get(request.id);
        expect(score?.logProbability).toBeCloseTo(expected.logProbability, 4);
        expect(score?.isGreedy).toBe(expected.isGreedy);
      }
    });
  });

  it('scores documents that share only part of the prefix, over several windows and tasks', async () => {
    const { scorer, graphs, file } = await openTiny(shape);
    await using _ = graphs;
    const few = { contextLengths: [2, 4], continuationLengths: [2, 2] } as const;
    const first = tinyRequests(shape, { ...few, task: 'a', count: 20, prefix: 30 });
    const second = tinyRequests(shape, { ...few, task: 'b', count: 20, prefix: 40, seed: 2 });
    const parted = [...first, ...second].map((request, id): ScoreRequest => {
      const { prompt, document } = request;
      if (prompt.kind === 'text' || document % 8 !== 3) {
        return { ...request, id };
      }
      const context = prompt.context.slice();
      context[20 + document] = (context[20 + document]! + 1) % shape.vocabularySize;
      return { ...request, id, prompt: { ...prompt, context } };
    });
    const scores = await collect(scorer.score(stream(parted)));
    expect(scores.size).toBe(parted.length);
    for (const request of parted.filter(({ document }) => document % 4 === 3)) {
      const expected = referenceScore(shape, file, request);
      expect(scores.get(request.id)?.logProbability).toBeCloseTo(expected.logProbability, 4);
    }
    expect(graphs.totals().uniqueTokens).toBeLessThan(40 * 20);
  });

  it('finds greedy continuations', async () => {
    const { scorer, graphs, file } = await openTiny(shape);
    await using _ = graphs;
    const [request] = tinyRequests(shape, { count: 1, prefix: 0, contextLengths: [4, 4], continuationLengths: [1] });
    const candidates = Array.from({ length: shape.vocabularySize }, (_x, token): ScoreRequest => {
      const context = request?.prompt.kind === 'tokens' ? request.prompt.context : new Int32Array(1);
      const prompt = { kind: 'tokens' as const, context, continuation: Int32Array.of(token) };
      return { id: token, task: 'greedy', document: 0, sharedPrefix: 0, prompt };
    });
    const scores = await collect(scorer.score(stream(candidates)));
    const greedy = candidates.filter(({ id }) => scores.get(id)?.isGreedy);
    expect(greedy).toEqual(candidates.filter((candidate) => referenceScore(shape, file, candidate).isGreedy));
    expect(greedy).toHaveLength(1);
    const total = [...scores.values()].reduce((sum, { logProbability }) => sum + Math.exp(logProbability), 0);
    expect(total).toBeCloseTo(1, 5);
  });
});

describe('a deterministic scorer', () => {
  it('gives a document the same bits alone, among others and after a restart', async () => {
    const requests = tinyRequests(TINY_GEMMA3, {
      count: 12,
      prefix: 20,
      contextLengths: [3, 30],
      continuationLengths: [1, 4, 9],
      hint: 20,
    });
    const others = tinyRequests(TINY_GEMMA3, {
      task: 'other',
      count: 3,
      prefix: 5,
      contextLengths: [3, 9],
      continuationLengths: [2],
      seed: 2,
    }).map((request) => ({ ...request, id: request.id + 1000 }));
    const options = { deterministic: true, costs: SMALL_PASSES };
    const { scorer, graphs } = await openTiny(TINY_GEMMA3, options);
    await using _ = graphs;
    const whole = await collect(scorer.score(stream([...others, ...requests])));
    const { scorer: restarted, graphs: restartedGraphs } = await openTiny(TINY_GEMMA3, options);

    const resumed = await collect(restarted.score(stream(requests.slice(6 * 3))));
    await restartedGraphs[Symbol.asyncDispose]();
    for (const [id, { logProbability }] of resumed) {
      expect(logProbability).toBe(whole.get(id)?.logProbability);
    }
    for (let document = 0; document < 12; document++) {
      const own = requests.filter((request) => request.document === document);
      const alone = await collect(scorer.score(stream(own)));
      own.forEach(({ id }) => expect(alone.get(id)?.logProbability).toBe(whole.get(id)?.logProbability));
    }
  });
});

describe('score', () => {
  it('computes a shared prefix and a shared context once, and counts it', async () => {
    const { scorer, graphs } = await openTiny(TINY_LLAMA);
    await using _ = graphs;
    const requests = tinyRequests(TINY_LLAMA, {
      count: 10,
      prefix: 20,
      contextLengths: [4, 4],
      continuationLengths: [3, 3],
    });
    const scores = await collect(scorer.score(stream(requests)));
    const counters = graphs.totals();
    // Prefix, then per document: the own context, the shared first token, and each continuation's second token.
    expect(counters.uniqueTokens).toBe(20 + 10 * (4 + 1 + 2));
    expect(counters.requestedTokens).toBe(20 * (20 + 4 + 3));
    // A row for each node that predicts: the last of the context, the first token, the second of each continuation.
    expect(counters.scoredRows).toBe(10 * 4);
    const cached = [...scores.values()].map(({ cachedTokens }) => cachedTokens).sort((a, b) => a - b);
    expect(cached).toEqual([...Array<number>(10).fill(20), ...Array<number>(10).fill(25)]);
  });

  it('takes a file through a symbolic link of another name', async () => {
    const { scorer: direct, graphs: directGraphs } = await openTiny(TINY_LLAMA);
    const requests = tinyRequests(TINY_LLAMA, {
      count: 1,
      prefix: 0,
      contextLengths: [3, 3],
      continuationLengths: [2],
    });
    const expected = await collect(direct.score(stream(requests)));
    await directGraphs[Symbol.asyncDispose]();
    const link = join(folder, 'links', 'ein Modell № 1.gguf');
    mkdirSync(join(folder, 'links'));
    symlinkSync(join(folder, 'llama.gguf'), link);
    const { contextLength } = TINY_LLAMA;
    await using graphs = await ModelGraphs.open(openTextModel({ paths: [link] }), { weightsPath: link, threads: 1 });
    const scorer = new Scorer(graphs, { contextLength, deterministic: false });
    expect(await collect(scorer.score(stream(requests)))).toEqual(expected);
  });

  it('answers what it cannot score with an error and goes on', async () => {
    const { scorer, graphs } = await openTiny(TINY_LLAMA);
    await using _ = graphs;
    const place = { task: 't', document: 0, sharedPrefix: 0 };
    const of = (id: number, context: Int32Array, continuation: Int32Array): ScoreRequest => ({
      ...place,
      id,
      prompt: { kind: 'tokens', context, continuation },
    });
    const one = Int32Array.of(1);
    const requests: ScoreRequest[] = [
      { ...place, id: 0, prompt: { kind: 'text', context: 'a', continuation: 'b' } },
      of(1, new Int32Array(), one),
      of(2, one, new Int32Array()),
      of(3, new Int32Array(300), one),
      of(4, Int32Array.of(60), one),
      of(5, new Int32Array(256), one),
    ];
    const codes = new Map<number, string>();
    for await (const response of scorer.score(stream(requests))) {
      codes.set(response.id, response.status === 'ok' ? 'ok' : response.code);
    }
    expect([...codes].sort(([a], [b]) => a - b)).toEqual([
      [0, 'capability'],
      [1, 'empty-prompt'],
      [2, 'empty-prompt'],
      [3, 'context-length'],
      [4, 'token-range'],
      [5, 'ok'],
    ]);
  });

  it('answers the first documents before the last requests have come', async () => {
    const { scorer, graphs } = await openTiny(TINY_LLAMA);
    await using _ = graphs;
    const requests = tinyRequests(TINY_LLAMA, {
      count: 200,
      prefix: 0,
      contextLengths: [3, 5],
      continuationLengths: [2],
    });
    let taken = 0;
    async function* counted(): AsyncGenerator<ScoreRequest> {
      for (const request of requests) {
        taken++;
        yield request;
      }
    }
    const takenAtResponse: number[] = [];
    for await (const response of scorer.score(counted())) {
      expect(response.status).toBe('ok');
      takenAtResponse.push(taken);
    }
    expect(takenAtResponse).toHaveLength(200);
    expect(takenAtResponse[0]).toBeLessThan(requests.length);
  });

  it('ends with the reason of an abort', async () => {
    const { scorer, graphs } = await openTiny(TINY_LLAMA);
    await using _ = graphs;
    const requests = tinyRequests(TINY_LLAMA, {
      count: 50,
      prefix: 0,
      contextLengths: [3, 5],
      continuationLengths: [2],
    });
    const controller = new AbortController();
    const responses = scorer.score(stream(requests), { signal: controller.signal });
    const take = async () => {
      for await (const response of responses) {
        expect(response.status).toBe('ok');
        controller.abort(new Error('enough'));
      }
    };
    await expect(take()).rejects.toThrow('enough');
  });
});
