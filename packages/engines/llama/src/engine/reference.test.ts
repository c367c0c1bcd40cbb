import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GenerateRequest, ScoreRequest } from '@understudy/core';
// The conversion runs in a process of its own, whose entry is the built one.
import { convertModel } from '@understudy/engine-llama';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { testModel } from '../testing/test-models.js';
import { LlamaEngine } from './llama-engine.js';

interface ReferenceScores {
  readonly pairs: readonly (readonly [context: string, continuation: string])[];
  readonly scores: Readonly<
    Record<'smollm2' | 'gemma3', readonly (readonly [logProbability: number, isGreedy: boolean])[]>
  >;
}

/** Made by fixtures/make-reference.py: transformers in float32 on the same weights. */
const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference-scores.json', import.meta.url), 'utf8'),
) as ReferenceScores;

const requests = reference.pairs.map(([context, continuation], id): ScoreRequest => {
  const prompt = { kind: 'text', context, continuation } as const;
  return { id, task: 'reference', document: id, sharedPrefix: 0, prompt };
});

describe.each(['smollm2', 'gemma3'] as const)('%s in F32 (needs UNDERSTUDY_TEST_MODELS)', (name) => {
  const file = testModel(name);
  let folder: string;
  let engine: LlamaEngine;

  beforeAll(async () => {
    if (file === undefined) return;
    folder = mkdtempSync(path.join(tmpdir(), 'understudy-reference-'));
    const target = path.join(folder, 'f32.gguf');
    await convertModel({ source: file, target, type: 'f32' });
    engine = await LlamaEngine.open({ model: testFiles(target), settings: testSettings() });
  }, 60_000);

  afterAll(async () => {
    if (file === undefined) return;
    await engine[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it.skipIf(file === undefined)(
    'gives the log-likelihoods of transformers in float32',
    { timeout: 60_000 },
    async () => {
      const answers = await answersById(engine.score(streamOf(requests)));
      const expected = reference.scores[name];
      expect(answers.map((answer) => answer.status === 'ok' && answer.isGreedy)).toEqual(
        expected.map(([, isGreedy]) => isGreedy),
      );
      const differences = answers.map((answer, index) =>
        answer.status === 'ok' ? Math.abs(answer.logProbability - expected[index]![0]) : Infinity,
      );
      expect(Math.max(...differences)).toBeLessThan(0.01);
    },
  );

  it.skipIf(file === undefined)('generates what scoring finds greedy', { timeout: 60_000 }, async () => {
    const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
    const [context] = reference.pairs[0]!;
    const request: GenerateRequest = {
      ...requests[0]!,
      prompt: { kind: 'text', text: context },
      maxTokens: 12,
      stop: [],
      sampling,
    };
    const [answer] = await answersById(engine.generate(streamOf([request])));
    if (answer?.status !== 'ok') throw new Error(answer?.message);
    const prompt = { kind: 'text', context, continuation: answer.text } as const;
    const [score] = await answersById(engine.score(streamOf([{ ...requests[0]!, prompt }])));
    expect(score).toMatchObject({ status: 'ok', isGreedy: true });
  });
});
