import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GenerateResponse, ScoreRequest } from '@understudy/core';
import { generateEvents, longestText, type PreparedRequest, type TextVocabulary } from '@understudy/engine-llama';
import { writeGguf } from '@understudy/gguf/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTextModel } from '../open-text-model.js';
import { KvSlots } from '../runtime/kv-slots.js';
import { ModelGraphs } from '../runtime/model-graphs.js';
import { costModel } from '../score/cost-model.js';
import { PrefixStore } from '../score/prefix-store.js';
import { RowQueue } from '../score/row-queue.js';
import { Scorer } from '../score/scorer.js';
import { TreeScorer } from '../score/tree-scorer.js';
import { randomNumbers } from '../testing/random-numbers.js';
import { TINY_GEMMA3, TINY_LLAMA, tinyModel, type TinyShape } from '../testing/tiny-model.js';
import { collect, stream } from '../testing/tiny-requests.js';
import { DecoderSlots } from './decoder-slots.js';
import { GreedyTexts } from './greedy-texts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onnx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A token is the character of its number. */
const vocabulary: TextVocabulary = {
  piece: (token) => Buffer.from(String.fromCodePoint(token + 64)),
  isEnd: () => false,
  detokenize: (tokens) => Buffer.from(String.fromCodePoint(...tokens.map((token) => token + 64))),
};
const tokensOf = (text: string): Int32Array => Int32Array.from(text, (character) => character.codePointAt(0)! - 64);

/** Prompts of 1 to 70 tokens, some behind a common prefix, whose texts are to have 1 to 40 tokens. */
function requests(shape: TinyShape, sharedPrefix: number): readonly PreparedRequest[] {
  const random = randomNumbers(3);
  const tokens = (count: number): number[] =>
    [...random(count, 1)].map((value) => Math.floor(Math.abs(value) * 1e4) % shape.vocabularySize);
  const prefix = tokens(sharedPrefix);
  return [1, 2, 9, 30, 70, 12, 13, 55, 3].map((length, id) => {
    const prompt = Int32Array.from([...prefix, ...tokens(length)]);
    const maxTokens = [40, 1, 17, 30, 5, 40, 2, 33, 26][id]!;
    const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
    const origin = { id, task: 't', document: id, sharedPrefix };
    const request = { ...origin, prompt: { kind: 'tokens', tokens: prompt } as const, maxTokens, stop: [], sampling };
    return { request, prompt, maxTokens };
  });
}

async function generate(graphs: ModelGraphs, prepared: readonly PreparedRequest[], count: number) {
  const { body, head, model, counters } = graphs;
  const queue = new RowQueue(head, { embeddingLength: model.embeddingLength, batchRows: 1, fullOnly: true });
  const scorer = new TreeScorer({ body, queue, costs: { ...costModel(model), passTokens: 24 }, counters });
  const prefixes = new PrefixStore(scorer, model.layers);
  const makeTexts = async (waiting: readonly PreparedRequest[]) =>
    new GreedyTexts({
      head,
      counters,
      vocabulary,
      slots: new DecoderSlots({
        body,
        scorer,
        counters,
        prefixes,
        slots: new KvSlots(model.layers, { count, room: longestText(waiting) }),
        onlyKnownPrefixes: true,
      }),
      deltas: false,
    });
  const answers = new Map<number, GenerateResponse>();
  const preparations = stream(prepared.map((one) => ({ kind: 'ready', prepared: one }) as const));
  for await (const event of generateEvents(preparations, { makeTexts, counters, signal: undefined }))
    if (event.type === 'finish') answers.set(event.response.id, event.response);
  return answers;
}

describe.each([TINY_LLAMA, TINY_GEMMA3])('a tiny $architecture', (shape) => {
  it.each([
    { title: 'one at a time', slots: 1, sharedPrefix: 0 },
    { title: 'side by side, slots used again', slots: 3, sharedPrefix: 0 },
    { title: 'all together behind a shared prefix', slots: 16, sharedPrefix: 40 },
  ])('continues texts by the tokens that scoring calls greedy: $title', async ({ slots, sharedPrefix }) => {
    const path = join(folder, `${shape.architecture}.gguf`);
    writeGguf(path, tinyModel(shape));
    await using graphs = await ModelGraphs.open(openTextModel({ paths: [path] }), { weightsPath: path, threads: 1 });
    const prepared = requests(shape, sharedPrefix);
    const answers = await generate(graphs, prepared, slots);
    const prompts = prepared.map(({ request, prompt, maxTokens }): ScoreRequest => {
      const answer = answers.get(request.id);
      expect(answer).toMatchObject({ status: 'ok', finishReason: 'length', generatedTokens: maxTokens });
      const continuation = tokensOf(answer?.status === 'ok' ? answer.text : '');
      expect(continuation).toHaveLength(maxTokens);
      return { ...request, sharedPrefix: 0, prompt: { kind: 'tokens', context: prompt, continuation } };
    });
    const scorer = new Scorer(graphs, { contextLength: shape.contextLength, deterministic: false });
    const scores = await collect(scorer.score(stream(prompts)));
    expect(prompts.map(({ id }) => scores.get(id)?.isGreedy)).toEqual(prompts.map(() => true));
    const cached = [...answers.values()].map((answer) => (answer.status === 'ok' ? answer.cachedTokens : -1));
    expect(cached.filter((count) => count === sharedPrefix)).toHaveLength(sharedPrefix === 0 ? 9 : 8);
  });
});
