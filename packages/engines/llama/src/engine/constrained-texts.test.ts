import { sample } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Constraint, GenerateRequest, GenerateResponse } from '@understudy/core';
import { answersById, streamOf } from '../testing/collect.js';
import { testFiles, testSettings } from '../testing/engine-settings.js';
import { randomSchemas } from '../testing/random-schemas.js';
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

interface Asked {
  readonly constraint: Constraint;
  readonly temperature?: number;
  readonly maxTokens?: number;
}

async function generate(asked: readonly Asked[]): Promise<readonly GenerateResponse[]> {
  const requests = asked.map(({ constraint, temperature = 0, maxTokens = 3000 }, id): GenerateRequest => {
    const sampling = { temperature, topK: 0, topP: 1, minP: 0, seed: id };
    const origin = { id, task: 'task', document: id, sharedPrefix: 0 };
    return {
      ...origin,
      prompt: { kind: 'text', text: 'the' },
      maxTokens,
      stop: [],
      sampling,
      decoding: { constraint },
    };
  });
  return answersById(engine.generate(streamOf(requests)));
}

const grammar = (text: string): Constraint => ({ kind: 'grammar', grammar: text });
const jsonSchema = (schema: unknown): Constraint => ({ kind: 'json-schema', schema: JSON.stringify(schema) });

/** zod counts characters behind U+FFFF twice; JSON schema, once. */
function inOnePlane(text: string): string {
  return text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '\ue000');
}

describe('JSON that is to fit a schema', () => {
  it('always does, on random weights: greedy and drawn', { timeout: 300_000 }, async () => {
    const schemas = sample(randomSchemas, { numRuns: 150, seed: 4 });
    const asked = schemas.flatMap((schema) =>
      [0, 0.7, 2].map((temperature) => ({ schema, constraint: jsonSchema(schema), temperature })),
    );
    const answers = await generate(asked);
    for (const [index, { schema }] of asked.entries()) {
      const answer = answers[index]!;
      // The schema is there to be seen when an answer does not fit.
      expect({ schema, ...answer }).toMatchObject({ schema, status: 'ok', finishReason: 'end' });
      const value = JSON.parse(inOnePlane(answer.status === 'ok' ? answer.text : '')) as unknown;
      // zod's reading of JSON schema knows nothing of ours.
      const { success, error } = z.fromJSONSchema(schema).safeParse(value);
      expect({ schema, value, success, error }).toEqual({ schema, value, success: true, error: undefined });
    }
  });

  it('is refused for one request alone where a grammar cannot guarantee it', async () => {
    const answers = await generate([
      { constraint: jsonSchema({ type: 'array', uniqueItems: true }) },
      { constraint: jsonSchema({ const: { a: ['"', 1] } }) },
    ]);
    expect(answers).toMatchObject([
      { status: 'error', code: 'json-schema-unsupported' },
      { status: 'ok', text: '{"a":["\\"",1]}', finishReason: 'end' },
    ]);
  });
});

describe('a text that is to follow a grammar', () => {
  it('does, and ends only where the grammar ends', async () => {
    const moves = grammar('root ::= move (" " move){2,4}\nmove ::= [a-h] [1-8] | "O-O"');
    const answers = await generate([0, 1, 1, 1, 1, 1].map((temperature) => ({ constraint: moves, temperature })));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'ok', finishReason: 'end' });
      expect(answer.status === 'ok' && answer.text).toMatch(/^([a-h][1-8]|O-O)( ([a-h][1-8]|O-O)){2,4}$/);
    }
  });

  it('shows all that the grammar asks for: no part of it is a token that vanishes, nor a broken character', async () => {
    const marks = grammar('root ::= [<>|_a-z]{30,40}');
    const letters = grammar('root ::= [^a]{30,40}');
    const answers = await generate(
      [marks, letters].flatMap((constraint) => [0.5, 1, 3].map((temperature) => ({ constraint, temperature }))),
    );
    const texts = answers.map((answer) => (answer.status === 'ok' ? answer.text : answer.message));
    for (const text of texts.slice(0, 3)) expect(text).toMatch(/^[<>|_a-z]{30,40}$/u);
    for (const text of texts.slice(3)) expect(text).toMatch(/^[^a\ufffd]{30,40}$/u);
  });

  it('is refused when the grammar cannot be read, and when the vocabulary has no token for it', async () => {
    const answers = await generate([{ constraint: grammar('root ::= "a') }, { constraint: grammar('start ::= "a"') }]);
    expect(answers).toMatchObject([{ code: 'grammar-invalid' }, { code: 'grammar-invalid' }]);
    const decoding = { constraint: grammar('root ::= "b"'), noRepeatNgramSize: 1 };
    const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
    const origin = { id: 0, task: 'task', document: 0, sharedPrefix: 0 };
    const prompt = { kind: 'text', text: 'b' } as const;
    const [stuck] = await answersById(
      engine.generate(streamOf([{ ...origin, prompt, maxTokens: 9, stop: [], sampling, decoding }])),
    );
    expect(stuck).toMatchObject({ status: 'error', code: 'no-token-allowed' });
  });
});
