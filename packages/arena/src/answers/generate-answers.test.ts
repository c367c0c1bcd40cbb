import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatMessage } from '@understudy/core';
import { ScriptedEngine, type Script } from '@understudy/engine-scripted';
import { openArenaStore, type Answer, type ArenaStore, type Question } from '@understudy/store';
import { afterAll, describe, expect, it } from 'vitest';
import { generateAnswers, type GenerateAnswersOptions } from './generate-answers.js';
import type { GenerationOutcome, GenerationProgress } from './generation-progress.js';
import { importedVersion } from './imported-version.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const questions = [['Hello?'], ['Name a river.', 'And a longer one.'], ['Who are you?']].map(
  (turns, place): Question => ({
    id: `set/${place}`,
    setId: 'set',
    aspect: 'x',
    language: 'en',
    turns,
    reference: null,
    referenceChecked: false,
  }),
);
const version = { ...importedVersion('tiny'), spec: 'scripted:x', identity: 'i', system: 'Be brief.' };
const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };

/** Tells of one question that it nearly fills the context. */
async function writeLong(messages: readonly ChatMessage[]) {
  const length = messages.some(({ content }) => content.includes('Hello')) ? 2040 : 100;
  return { ...(await write(messages)), length };
}

let databases = 0;
async function openStore(): Promise<ArenaStore> {
  const store = await openArenaStore({ path: join(folder, `${databases++}.db`) });
  await store.putQuestionSet({ id: 'set', title: 'Set', source: 'test', licence: null }, questions);
  return store;
}

async function write(messages: readonly ChatMessage[]) {
  return { prompt: { kind: 'chat', messages } as const, length: 0 };
}

async function run(
  store: ArenaStore,
  script: Script,
  change: Partial<GenerateAnswersOptions> = {},
): Promise<{ outcome: GenerationOutcome; seen: readonly GenerationProgress[]; engine: ScriptedEngine }> {
  const engine = new ScriptedEngine(script);
  const choice = { maxTokens: 100, stop: [], sampling };
  const steps = generateAnswers({ store, version, questions, engine, write, turns: 'many', choice, ...change });
  const seen: GenerationProgress[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { outcome: step.value, seen, engine };
    seen.push(step.value);
  }
}

async function stored(store: ArenaStore): Promise<readonly Answer[]> {
  const found: Answer[] = [];
  for await (const answer of store.answers({ setId: 'set' })) found.push(answer);
  return found;
}

/** Answers with the whole conversation as it saw it. */
const echo: Script = { generate: (prompt) => `<${prompt.replaceAll('\n', ' | ')}>` };

describe('the answers of a model', () => {
  it('are made turn by turn, stored, and not made twice', async () => {
    await using store = await openStore();
    const { outcome, seen } = await run(store, echo);
    expect(outcome).toMatchObject({
      status: 'finished',
      failures: [],
      progress: { done: 3, total: 3, stored: 0, failed: 0, cost: null, unpriced: 3 },
    });
    expect(seen.map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    const answers = await stored(store);
    const river = answers.find(({ questionId }) => questionId === 'set/1');
    const first = '<system: Be brief. | user: Name a river.>';
    expect(river?.turns).toEqual([
      first,
      `<system: Be brief. | user: Name a river. | assistant: ${first} | user: And a longer one.>`.slice(0, 100),
    ]);
    expect(river).toMatchObject({ versionId: 'tiny', sample: 0, finishReason: 'length', cost: null });
    const again = await run(store, echo);
    expect(again.engine.answered).toBe(0);
    expect(again.outcome.progress).toMatchObject({ done: 3, total: 3, stored: 3 });
    expect(await stored(store)).toEqual(answers);
  });

  it('that fail are told, and tried again by the next run', async () => {
    await using store = await openStore();
    const broken: Script = {
      generate: (prompt) => {
        if (prompt.includes('longer')) throw new Error('It broke.');
        return 'Fine.';
      },
    };
    const { outcome } = await run(store, broken);
    expect(outcome.failures).toEqual([
      { questionId: 'set/1', sample: 0, turn: 2, code: 'scripted', message: 'It broke.' },
    ]);
    expect(outcome.progress).toMatchObject({ done: 2, failed: 1 });
    const next = await run(store, echo);
    expect(next.engine.answered).toBe(2);
    expect(next.outcome.progress).toMatchObject({ done: 3, stored: 2, failed: 0 });
  });

  it('are there as far as they came when it is stopped or the engine ends', async () => {
    await using store = await openStore();
    const stop = new AbortController();
    const script: Script = { ...echo, beforeAnswer: (answered) => (answered === 1 ? stop.abort() : undefined) };
    const { outcome } = await run(store, script, { signal: stop.signal });
    expect(outcome.status).toBe('stopped');
    const before = (await stored(store)).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(3);
    const ended = await run(store, { ...echo, endsAfter: 0 });
    expect(ended.outcome.failures[0]).toMatchObject({ code: 'engine-ended' });
    expect((await run(store, echo)).outcome.progress).toMatchObject({ done: 3, stored: before });
  });

  it('say when they give their model away', async () => {
    await using store = await openStore();
    await run(store, { generate: (prompt) => (prompt.includes('Who') ? 'I am tiny.' : 'Yes.') });
    const leaks = (await stored(store)).filter(({ identityLeak }) => identityLeak);
    expect(leaks.map(({ questionId }) => questionId)).toEqual(['set/2']);
  });

  it('are several for each question where that is asked for, with seeds of their own', async () => {
    await using store = await openStore();
    const { outcome } = await run(store, echo, { samples: 2 });
    expect(outcome.progress).toMatchObject({ done: 6, total: 6 });
    expect((await stored(store)).filter(({ sample }) => sample === 1)).toHaveLength(3);
  });

  it('of more than one turn fail where the template has place for one question', async () => {
    await using store = await openStore();
    const { outcome } = await run(store, echo, { turns: 'one' });
    expect(outcome.failures).toMatchObject([{ questionId: 'set/1', code: 'single-turn-template' }]);
    expect(outcome.progress.done).toBe(2);
  });

  it('of a conversation beyond the context fail alone', async () => {
    await using store = await openStore();
    const { outcome } = await run(store, echo, { write: writeLong });
    expect(outcome.failures).toMatchObject([{ questionId: 'set/0', code: 'context-exceeded' }]);
  });

  it('are not mixed with those of other settings under the same name', async () => {
    await using store = await openStore();
    await run(store, echo);
    await expect(run(store, echo, { version: { ...version, system: null } })).rejects.toMatchObject({
      code: 'version-differs',
    });
  });
});
