import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decoding, GenerateRequest } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { LlamaEngine } from './llama-engine.js';

/** A row of the fixture, by the names of transformers' arguments. */
interface Row {
  readonly prompt: readonly number[];
  readonly negative_prompt?: readonly number[];
  readonly guidance_scale?: number;
  readonly repetition_penalty?: number;
  readonly no_repeat_ngram_size?: number;
  readonly min_new_tokens?: number;
  readonly num_beams?: number;
  readonly length_penalty?: number;
  readonly early_stopping?: boolean | 'never';
  readonly stop: readonly string[];
  readonly tokens: readonly number[];
}

/** Made by fixtures/make-decoding.py: transformers in float32 on the same weights. */
const rows = JSON.parse(
  readFileSync(new URL('../../fixtures/reference-decoding.json', import.meta.url), 'utf8'),
) as readonly Row[];

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

const tokens = (ids: readonly number[]) => ({ kind: 'tokens', tokens: Int32Array.from(ids) }) as const;

function decodingOf(row: Row): Decoding {
  return {
    repetitionPenalty: row.repetition_penalty,
    noRepeatNgramSize: row.no_repeat_ngram_size,
    minNewTokens: row.min_new_tokens,
    guidance:
      row.guidance_scale === undefined
        ? undefined
        : { scale: row.guidance_scale, negativePrompt: row.negative_prompt && tokens(row.negative_prompt) },
    beams:
      row.num_beams === undefined
        ? undefined
        : { count: row.num_beams, lengthPenalty: row.length_penalty ?? 1, earlyStopping: row.early_stopping ?? false },
  };
}

const request = (row: Row, id: number): GenerateRequest => ({
  id,
  task: 'task',
  document: id,
  sharedPrefix: 0,
  prompt: tokens(row.prompt),
  maxTokens: 24,
  stop: row.stop,
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 },
  decoding: decodingOf(row),
});

/** The text of a row's tokens, cut where a stop string begins. */
async function textOf({ tokens: ids, stop }: Row): Promise<string> {
  const [text = ''] = await engine.tokenizer.decode([Int32Array.from(ids)], { special: false });
  return stop.includes(text.at(-1) ?? '') ? text.slice(0, -1) : text;
}

describe('the texts of transformers', () => {
  const kinds = [
    ['processors', rows.filter((row) => row.num_beams === undefined)],
    ['beam search', rows.filter((row) => row.num_beams !== undefined)],
  ] as const;

  it.each(kinds)('come out token by token, all together: %s', async (_, some) => {
    const answers = await answersById(engine.generate(streamOf(some.map(request))));
    for (const [index, row] of some.entries()) {
      const { tokens: ids, ...settings } = row;
      // The settings are there to be seen when a text differs.
      expect({ settings, ...answers[index] }).toMatchObject({
        settings,
        status: 'ok',
        text: await textOf(row),
        generatedTokens: ids.length,
      });
    }
  });

  it('come out alone, too, and streamed', async () => {
    for (const row of rows.filter((_, index) => index % 11 === 3)) {
      let text = '';
      for await (const event of engine.stream(request(row, 0))) if (event.type === 'text-delta') text += event.text;
      expect(text).toBe(await textOf(row));
    }
  });
});
