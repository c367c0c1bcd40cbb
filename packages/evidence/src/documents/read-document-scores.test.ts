import { openStore, type Sample } from '@understudy/store';
import { makeRun, makeSample, makeTask } from '@understudy/store/testing';
import { expect, it } from 'vitest';
import { readDocumentScores } from './read-document-scores.js';

const PASSAGE = 'Once upon a time there was a long text that several questions were asked about. '.repeat(4);

/** A store in memory with a run of a group of two tasks. */
async function storeWith(samples: readonly Sample[]) {
  const store = await openStore({ path: ':memory:' });
  const selection = {
    roots: [
      {
        kind: 'group',
        name: 'all',
        config: {},
        members: [
          { kind: 'task', name: 'one' },
          { kind: 'task', name: 'two' },
        ],
      },
    ],
  };
  const run = await store.createRun(makeRun({ selection }));
  for (const task of ['one', 'two']) await store.addTask(run.id, makeTask({ task }));
  await store.appendBatch({ runId: run.id, samples, responses: [] });
  return { store, runId: run.id };
}

const doc = (question: string) => JSON.stringify({ passage: PASSAGE, question });
const column = { metric: 'acc', filter: 'none' };

it('reads a leaf, and of a group all of its leaves', async () => {
  const samples = [makeSample(0, { task: 'one' }), makeSample(1, { task: 'one' }), makeSample(1, { task: 'two' })];
  const { store, runId } = await storeWith(samples);
  await using _ = store;
  expect((await readDocumentScores(store, { runId, task: 'one', ...column })).map(({ value }) => value)).toEqual([
    0, 1,
  ]);
  expect(await readDocumentScores(store, { runId, task: 'all', ...column })).toHaveLength(3);
});

it('leaves out documents that failed', async () => {
  const { store, runId } = await storeWith([
    makeSample(0, { task: 'one', failed: true }),
    makeSample(1, { task: 'one' }),
  ]);
  await using _ = store;
  expect(await readDocumentScores(store, { runId, task: 'one', ...column })).toHaveLength(1);
});

it('puts questions on one passage into one cluster, and others each into their own', async () => {
  const { store, runId } = await storeWith([
    makeSample(0, { task: 'one', doc: doc('Who?') }),
    makeSample(1, { task: 'one', doc: doc('When?') }),
    makeSample(2, { task: 'one', doc: '{"passage": "short", "question": "Why?"}' }),
    makeSample(3, { task: 'one', doc: '{"passage": NaN, "question": "Why?"}' }),
  ]);
  await using _ = store;
  const scores = await readDocumentScores(store, { runId, task: 'one', ...column });
  expect(new Set(scores.map(({ cluster }) => cluster)).size).toBe(3);
  expect(scores[0]?.cluster).toBe(scores[1]?.cluster);
});
