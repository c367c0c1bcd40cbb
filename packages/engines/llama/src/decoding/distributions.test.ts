import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decoding, GenerateRequest, Sampling } from '@understudy/core';
import { Model } from '../context/model.js';
import { LlamaEngine } from '../engine/llama-engine.js';
import { chiSquare } from '../testing/chi-square.js';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { exactLogits, exactTexts } from '../testing/exact-texts.js';
import { referenceProbabilities } from '../testing/reference-decoding.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';

const DRAWS = 4000;
const PROMPT = '1 2';
/** The prompt of guidance: tokens of other letters. */
const NEGATIVE = [261, 70];
/** Everything is kept. */
const PLAIN: Sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, seed: 0 };

let tiny: TinyModel;
let model: Model;
let engine: LlamaEngine;
let prompt: readonly number[];

beforeAll(async () => {
  tiny = writeTinyModel({ contextLength: 512 });
  model = await Model.load({ paths: tiny.paths }, { gpuLayers: 0 });
  engine = await LlamaEngine.open({ model: testFiles(tiny.path), settings: testSettings() });
  prompt = [...(await engine.tokenizer.encode([PROMPT], { addSpecial: true }))[0]!];
});

afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  model[Symbol.dispose]();
  tiny[Symbol.dispose]();
});

interface Drawing {
  readonly maxTokens: number;
  readonly sampling: Sampling;
  readonly decoding?: Decoding;
}

/** Texts by the seeds 0, 1, 2, … */
async function draw({ maxTokens, sampling, decoding }: Drawing): Promise<readonly string[]> {
  const requests = Array.from({ length: DRAWS }, (_, id): GenerateRequest => {
    const of = { id, task: 'task', document: id, sharedPrefix: 0, maxTokens, stop: [], decoding };
    return { ...of, prompt: { kind: 'text', text: PROMPT }, sampling: { ...sampling, seed: id } };
  });
  const answers = await answersById(engine.generate(streamOf(requests)));
  return answers.map((answer) => {
    if (answer.status !== 'ok') throw new Error(answer.message);
    return answer.text;
  });
}

/** Pearson's statistic of drawn texts as a share of its bound, and the number of possible texts. */
async function compare(drawing: Drawing) {
  const expected = await exactTexts(model, {
    ...drawing,
    prompt,
    ...(drawing.decoding?.guidance && { negativePrompt: NEGATIVE }),
  });
  const { statistic, bound } = chiSquare(await draw(drawing), expected);
  return { shareOfBound: statistic / bound, possible: expected.size };
}

describe('one token', () => {
  it.each<[string, Partial<Sampling>, Decoding?]>([
    ['as the model has it', {}],
    ['temperature', { temperature: 0.6 }],
    ['top-k', { topK: 7 }],
    ['top-p', { topP: 0.6 }],
    ['min-p', { temperature: 1.5, minP: 0.5 }],
    ['typical', { typicalP: 0.4 }],
    ['all of them in turn', { temperature: 1.5, topK: 60, topP: 0.9, minP: 0.05, typicalP: 0.8 }],
    ['repetition penalty', {}, { repetitionPenalty: 1.8 }],
    ['a reward for repetition', {}, { repetitionPenalty: 0.5 }],
    ['repetition penalty of the last tokens', { topK: 50 }, { repetitionPenalty: 3, repetitionWindow: 2 }],
  ])('is drawn from the exact distribution: %s', async (_, sampling, decoding) => {
    const drawing = { maxTokens: 1, sampling: { ...PLAIN, ...sampling }, ...(decoding && { decoding }) };
    expect((await compare(drawing)).shareOfBound).toBeLessThan(1);
  });
});

it('samples typically where a probability vanishes in float32', async () => {
  const sampling = { ...PLAIN, typicalP: 0.25 };
  const { shareOfBound, possible } = await compare({ maxTokens: 2, sampling, decoding: { presencePenalty: 120 } });
  expect(possible).toBeGreaterThan(40);
  expect(shareOfBound).toBeLessThan(1);
});

describe('texts of three tokens', () => {
  it.each<[string, Decoding]>([
    ['nothing else', {}],
    ['presence penalty', { presencePenalty: 2 }],
    ['frequency penalty', { frequencyPenalty: 1.5 }],
    ['no sequence of two tokens twice', { noRepeatNgramSize: 2 }],
    ['no token twice', { noRepeatNgramSize: 1 }],
    ['no end before the third token', { minNewTokens: 3 }],
    ['guidance', { guidance: { scale: 1.7, negativePrompt: { kind: 'tokens', tokens: Int32Array.from(NEGATIVE) } } }],
    ['all penalties', { repetitionPenalty: 1.5, presencePenalty: 0.5, frequencyPenalty: -1 }],
  ])('are drawn from the exact distribution: %s', async (_, decoding) => {
    const sampling = { ...PLAIN, temperature: 2, topK: 4 };
    const { shareOfBound, possible } = await compare({ maxTokens: 3, sampling, decoding });
    expect(possible).toBeGreaterThan(40);
    expect(shareOfBound).toBeLessThan(1);
  });
});

it('draws what a grammar allows by the exact distribution of what is left, which top-p sees', async () => {
  const sampling = { ...PLAIN, temperature: 1.3, topP: 0.9 };
  const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
  const encoded = await engine.tokenizer.encode(letters, { addSpecial: false });
  const tokens = encoded.map(([token]) => token!);
  const all = await exactLogits(model, prompt);
  const logits = all.map((logit, token) => (tokens.includes(token) ? logit : -Infinity));
  const shares = referenceProbabilities({ logits, prompt, text: [] }, { sampling });
  const expected = new Map(letters.map((letter, index) => [letter, shares[tokens[index]!]!]));
  const constraint = { kind: 'grammar', grammar: 'root ::= [a-f]' } as const;
  const { statistic, bound } = chiSquare(await draw({ maxTokens: 3, sampling, decoding: { constraint } }), expected);
  expect(statistic).toBeLessThan(bound);
});
