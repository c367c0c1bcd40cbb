import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RopeSettings, ScoreRequest } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

interface Reference {
  /** Positions whose next token is scored. */
  readonly kept: readonly number[];
  readonly rows: readonly { readonly rope: RopeSettings; readonly scores: readonly number[] }[];
}

/** Made by fixtures/make-rope.py: transformers in float32 on the same weights. */
const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference-rope.json', import.meta.url), 'utf8'),
) as Reference;

/** The text of the fixture. */
const TOKENS = Int32Array.from({ length: 700 }, (_, place) => 3 + ((37 * place * place + 11 * place) % 271));

let model: TinyModel;

beforeAll(() => {
  model = writeTinyModel({ contextLength: 512 });
});

afterAll(() => model[Symbol.dispose]());

function open(rope: RopeSettings, contextLength?: number): Promise<LlamaEngine> {
  return LlamaEngine.open({ model: testFiles(model.path), settings: testSettings({ rope, contextLength }) });
}

async function scores(engine: LlamaEngine): Promise<readonly number[]> {
  const requests = reference.kept.map((place, id): ScoreRequest => {
    const prompt = {
      kind: 'tokens',
      context: TOKENS.slice(0, place + 1),
      continuation: TOKENS.slice(place + 1, place + 2),
    } as const;
    return { id, task: 'task', document: 0, sharedPrefix: 0, prompt };
  });
  const answers = await answersById(engine.score(streamOf(requests)));
  return answers.map((answer) => (answer.status === 'ok' ? answer.logProbability : Number.NaN));
}

async function stretchedLength(rope: RopeSettings): Promise<number> {
  await using engine = await open(rope);
  return engine.info.contextLength;
}

describe('stretched positions', () => {
  it.each(reference.rows)('give the log-probabilities of transformers: $rope', async ({ rope, scores: expected }) => {
    await using engine = await open(rope, 1024);
    const found = await scores(engine);
    expect(Math.max(...found.map((value, index) => Math.abs(value - expected[index]!)))).toBeLessThan(3e-4);
    expect(engine.info.rope).toEqual(rope);
  });

  it('stretch the context length by as much, unless it is given', async () => {
    expect(await stretchedLength({ scale: 4 })).toBe(2048);
    expect(await stretchedLength({ scaling: 'yarn', scale: 4, yarnOrigCtx: 100 })).toBe(400);
    expect(await stretchedLength({ scaling: 'none', scale: 4 })).toBe(512);
    expect(await stretchedLength({ freqBase: 5e5 })).toBe(512);
  });
});
