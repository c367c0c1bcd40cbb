import { openStore, type Store } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRun, makeTask, makeTestSample } from '../report/testing/fill-store.js';
import { SampleWriter } from './sample-writer.js';

let store: Store;
let runId: string;
beforeEach(async () => {
  store = await openStore({ path: ':memory:' });
  runId = (await store.createRun(makeRun())).id;
  await store.addTask(runId, makeTask());
});
afterEach(() => store[Symbol.asyncDispose]());

const stored = async (): Promise<number> => (await store.countSamples(runId)).get('arc_easy')?.stored ?? 0;

describe('SampleWriter', () => {
  it('writes a sample soon, also when no other one follows', async () => {
    const writer = new SampleWriter(store, runId);
    await writer.add(makeTestSample(), []);
    await writer.add(makeTestSample({ docId: 1 }), []);
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
  });

  it('writes what is waiting when it is flushed', async () => {
    const writer = new SampleWriter(store, runId);
    await writer.add(makeTestSample(), []);
    await writer.flush();
    expect(await stored()).toBe(1);
  });

  it('throws what a write in the background raised', async () => {
    const writer = new SampleWriter(store, 'nobodys');
    const addAll = async (): Promise<void> => {
      for (let docId = 0; ; docId++) {
        await writer.add(makeTestSample({ docId }), []);
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    };
    await expect(addAll()).rejects.toMatchObject({ code: 'run-taken-over' });
    await writer.flush();
  });
});
