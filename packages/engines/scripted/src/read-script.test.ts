import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratePrompt } from '@understudy/core';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from './read-script.js';
import { ScriptedEngine } from './scripted-engine.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-script-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function engineOf(yaml: string): Promise<ScriptedEngine> {
  const path = join(folder, 'script.yaml');
  writeFileSync(path, yaml);
  return new ScriptedEngine(await readScript(path));
}

const origin = { id: 3, task: 'test', document: 0, sharedPrefix: 0 };
const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 1 };

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}

async function answer(engine: ScriptedEngine, prompt: GeneratePrompt) {
  for await (const each of engine.generate(once({ ...origin, prompt, maxTokens: 100, stop: ['\n'], sampling })))
    return each;
  return undefined;
}

async function score(engine: ScriptedEngine, context: string, continuation: string) {
  for await (const each of engine.score(once({ ...origin, prompt: { kind: 'text', context, continuation } })))
    return each;
  return undefined;
}

const SCRIPT = `
version: 1
answers:
  - {prompt: 'capital of (\\w+)', answer: 'I think of $1.'}
  - {prompt: 'broken', error: 'The model is broken.'}
default_answer: "No idea.\\nNone at all."
scores:
  - {context: France, continuation: Paris, log_probability: -0.5, greedy: true}
  - {continuation: broken, error: 'The model is broken.'}
default_log_probability: -2
`;

describe('a script', () => {
  it('answers by its first rule that fits, texts and conversations alike, else as by default', async () => {
    const engine = await engineOf(SCRIPT);
    const chat = { kind: 'chat', messages: [{ role: 'user', content: 'The capital of Peru?' }] } as const;
    expect(await answer(engine, { kind: 'text', text: 'The capital of France is' })).toMatchObject({
      text: 'I think of France.',
    });
    expect(await answer(engine, chat)).toMatchObject({ text: 'I think of Peru.', finishReason: 'end' });
    expect(await answer(engine, { kind: 'text', text: 'Hm?' })).toMatchObject({
      text: 'No idea.',
      finishReason: 'stop',
    });
    expect(await answer(engine, { kind: 'text', text: 'a broken one' })).toMatchObject({
      status: 'error',
      message: 'The model is broken.',
    });
  });

  it('scores by its first rule that fits, else by the length', async () => {
    const engine = await engineOf(SCRIPT);
    expect(await score(engine, 'France:', ' Paris')).toMatchObject({ logProbability: -0.5, isGreedy: true });
    expect(await score(engine, 'Peru:', ' Paris')).toMatchObject({ logProbability: -12, isGreedy: false });
    expect(await score(engine, '', 'broken')).toMatchObject({ status: 'error' });
  });

  it('is a model of its own by its content, and can do what it says', async () => {
    const one = await engineOf(SCRIPT);
    const other = await engineOf(`${SCRIPT}capabilities: {log_probabilities: false, completions: false}\n`);
    expect(one.info.identity).toMatch(/^[0-9a-f]{64}$/);
    expect(other.info.identity).not.toBe(one.info.identity);
    expect(one.info.capabilities).toMatchObject({ logProbabilities: 'continuation', chat: true, completions: true });
    expect(other.info.capabilities).toMatchObject({ logProbabilities: 'none', chat: true, completions: false });
  });

  it.each([
    ['answers: []', /script\.yaml: version: /],
    ['version: 1\nanswer: x', /script\.yaml: .*answer/],
    ['version: 1\nanswers: [{prompt: "(", answer: x}]', /script\.yaml: answers\.0/],
    ['version: 1\nscores: [{log_probability: 1}]', /script\.yaml: scores\.0/],
    ['version: [', /script\.yaml: /],
  ])('that is wrong is refused with its place: %j', async (yaml, message) => {
    await expect(engineOf(yaml)).rejects.toMatchObject({
      code: 'script-invalid',
      message: expect.stringMatching(message),
    });
  });
});
