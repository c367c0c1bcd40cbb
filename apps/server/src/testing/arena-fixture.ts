import { readCatalog } from '@understudy/catalog';
import type { ArenaStore, ModelVersion, Question, Store } from '@understudy/store';
import { openArenaStore, openStore } from '@understudy/store';
import type { Hono } from 'hono';
import { invite } from '../api/annotators/invite.js';
import type { ApiEnv } from '../api/api-env.js';
import { issueKey } from '../access/issue-key.js';
import { newId } from '../access/secret.js';
import { createApp } from '../create-app.js';
import type { AppOptions } from '../services.js';

/** Names that must not be in anything an annotator gets before the vote. */
export const MODELS = ['zephyrine-7b', 'kestrelmind-13b', 'obsidian-70b'] as const;

const MAKERS: Readonly<Record<string, string>> = {
  'zephyrine-7b': 'Zephyrine Labs',
  'kestrelmind-13b': 'Kestrel Institute',
  'obsidian-70b': 'Obsidian Research',
};

function model(id: string): ModelVersion {
  return {
    id,
    name: id,
    organisation: MAKERS[id] ?? null,
    licence: 'apache-2.0',
    openWeights: true,
    spec: null,
    identity: null,
    quantisation: null,
    system: null,
    decoding: null,
    priceIn: null,
    priceOut: null,
    retiredAt: null,
  };
}

function question(number: number): Question {
  return {
    id: `small/${number}`,
    setId: 'small',
    aspect: number % 2 === 0 ? 'writing' : 'mathematics',
    language: 'en',
    turns: [`Question ${number}?`],
    reference: null,
    referenceChecked: false,
  };
}

/** Puts three models, a set of questions and their answers into a store; one answer tells who wrote it. */
export async function fillArena(store: ArenaStore, questions = 4): Promise<void> {
  await store.putModels(MODELS.map(model));
  const set = { id: 'small', title: 'A small set', source: 'made up', licence: null };
  const asked = Array.from({ length: questions }, (_, number) => question(number));
  await store.putQuestionSet(set, asked);
  const answers = asked.flatMap(({ id: questionId }) =>
    MODELS.map((versionId, place) => ({
      id: newId(),
      questionId,
      versionId,
      sample: 0,
      turns: [
        place === 0
          ? `I am ${versionId}, made by ${MAKERS[versionId] ?? ''}. Reply ${place} to ${questionId}.`
          : `Reply ${place} to ${questionId}.`,
      ],
      tokens: 4242,
      finishReason: 'stop',
      latencyMs: 987_654,
      cost: 0.0123,
      identityLeak: place === 0,
    })),
  );
  await store.putAnswers(answers);
}

/** A server on a store in memory, with a clock that stands still until it is moved. */
export interface TestArena extends AsyncDisposable {
  readonly app: Hono<ApiEnv>;
  readonly store: ArenaStore;
  readonly runs: Store;
  readonly clock: { now: number };
  readonly errors: unknown[];
  /** Another server on the same store, as after a restart. */
  readonly restart: () => Hono<ApiEnv>;
}

/** Starts one that asks for keys, unless told otherwise. */
export async function testArena(options: Partial<AppOptions> = {}): Promise<TestArena> {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const errors: unknown[] = [];
  const store = await openArenaStore({ path: ':memory:' });
  const runs = await openStore({ path: ':memory:', now: () => clock.now });
  await fillArena(store);
  const restart = (): Hono<ApiEnv> =>
    createApp({
      store,
      runs,
      catalog: readCatalog,
      version: '0.0.0',
      access: { isLocal: false, publicUrl: undefined, trustsProxy: false },
      site: undefined,
      now: () => clock.now,
      onError: (error) => errors.push(error),
      tickMs: 1,
      ...options,
    });
  return {
    app: restart(),
    store,
    runs,
    clock,
    errors,
    restart,
    [Symbol.asyncDispose]: async () => {
      await runs[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** Makes a key. */
export async function makeKey({ store, clock }: TestArena, role: 'viewer' | 'admin'): Promise<string> {
  const key = { role, label: role, annotatorId: null, createdAt: clock.now, expiresAt: null };
  return (await issueKey(store, key)).secret;
}

/** Makes an annotator with an invitation. */
export async function makeAnnotator({ store, clock }: TestArena, pseudonym: string): Promise<string> {
  const request = { pseudonym, kind: 'crowd', locale: null, expiresInDays: 30 } as const;
  return (await invite(request, { store, now: () => clock.now })).secret;
}
