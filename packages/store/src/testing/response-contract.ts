import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../cached-response.js';
import { makeRun, makeSample, makeTask } from './make-run.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to about cached responses. */
export function describeResponses(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: responses`, () => {
    const score = { kind: 'score', logProbability: -0.1, isGreedy: true, promptTokens: 12 } as const;
    const generation = {
      kind: 'generate',
      text: '',
      finishReason: 'length',
      promptTokens: 5,
      generatedTokens: 256,
    } as const;

    it('gives back the responses it has, exactly, and leaves out the others', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const responses: readonly CacheEntry[] = [
        { key: key(1), response: score },
        { key: key(2), response: generation },
        { key: key(3), response: { ...score, logProbability: -Infinity, isGreedy: false } },
      ];
      await store.appendBatch({ runId: id, samples: [], responses });
      expect(await store.lookupResponses([key(4), key(3), key(2), key(1)])).toEqual(
        new Map(responses.map((entry) => [entry.key, entry.response])),
      );
    });

    it('gives a text with U+0000 back as it was, or has none', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const response = { ...generation, text: 'A\u0000B' };
      await store.appendBatch({ runId: id, samples: [], responses: [{ key: key(1), response }] });
      expect([undefined, response]).toContainEqual((await store.lookupResponses([key(1)])).get(key(1)));
    });

    it('keeps the first response of a key, leaves out a log-probability that is not a number, and survives the run', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const first = [
        { key: key(1), response: score },
        { key: key(2), response: { ...score, logProbability: NaN } },
      ];
      await store.appendBatch({ runId: id, samples: [], responses: first });
      await store.appendBatch({ runId: id, samples: [], responses: [{ key: key(1), response: generation }] });
      await store.deleteRun(id);
      expect(await store.lookupResponses([key(1), key(2)])).toEqual(new Map([[key(1), score]]));
    });

    it('looks up and appends more keys than one statement takes', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const responses = Array.from({ length: 2500 }, (_, index) => ({ key: key(index), response: score }));
      await store.appendBatch({ runId: id, samples: [], responses });
      expect((await store.lookupResponses(responses.map((entry) => entry.key))).size).toBe(2500);
    });

    it('writes a batch as a whole or not at all', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      const samples = [makeSample(0), makeSample(1, { task: 'absent' })];
      const responses = [{ key: key(1), response: score }];
      await expect(store.appendBatch({ runId: id, samples, responses })).rejects.toMatchObject({
        code: 'run-task-unknown',
      });
      expect(await store.countSamples(id)).toEqual(new Map());
      expect((await store.lookupResponses([key(1)])).size).toBe(0);
    });
  });
}

function key(value: number): string {
  return value.toString(16).padStart(64, '0');
}
