import { describe, expect, it } from 'vitest';
import type { TaskResult } from '../results/task-result.js';
import type { Store } from '../store.js';
import { makeRun, makeSample, makeSession, makeTask } from './make-run.js';
import { NOON, type StorePlace } from './store-place.js';

/** What every store must hold to about the results of tasks. */
export function describeResults(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: results`, () => {
    it('keeps the results of ended runs, and tells which are still to be computed', async () => {
      await using store = await makePlace().open();
      const runId = await begin(store);
      expect(await store.staleResults()).toEqual([]);
      await store.finishRun(runId, makeSession());
      expect(await store.staleResults()).toEqual([{ runId, task: 'arc_easy' }]);
      expect(await store.results()).toEqual([]);
      await store.putResult(runId, 'arc_easy', makeResult());
      expect(await store.staleResults()).toEqual([]);
      expect(await store.results()).toEqual([
        {
          ...makeResult(),
          runId,
          task: 'arc_easy',
          version: '1.0',
          numFewshot: 0,
          documentsTotal: 2376,
          documentsExpected: 40,
          configHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]);
    });

    it('gives no result while a run goes on, nor an old one after it', async () => {
      const place = makePlace();
      await using store = await place.open();
      const runId = await begin(store);
      await store.finishRun(runId, makeSession({ status: 'stopped' }));
      await store.putResult(runId, 'arc_easy', makeResult());
      expect(await store.results()).toHaveLength(1);
      await store.resumeRun(runId);
      expect([await store.results(), await store.staleResults()]).toEqual([[], []]);
      expect(await store.results({ runIds: [runId] })).toEqual([]);
      await store.finishRun(runId, makeSession({ status: 'stopped' }));
      // Nothing was added: what was kept is still right.
      expect(await store.results()).toHaveLength(1);
      await store.resumeRun(runId);
      await store.appendBatch({ runId, samples: [makeSample(2)], responses: [] });
      await store.finishRun(runId, makeSession());
      expect([await store.results(), await store.staleResults()]).toEqual([[], [{ runId, task: 'arc_easy' }]]);
      await store.putResult(runId, 'arc_easy', makeResult({ scored: 3 }));
      expect(await store.results()).toMatchObject([{ scored: 3 }]);
    });

    it('counts a run that was left by a dead process among the ended ones', async () => {
      const place = makePlace();
      let now = NOON;
      await using store = await place.open(() => now);
      const runId = await begin(store);
      const before = await store.resultsStamp();
      now += 120_000;
      expect(await store.staleResults()).toEqual([{ runId, task: 'arc_easy' }]);
      expect(await store.resultsStamp()).not.toBe(before);
      await store.putResult(runId, 'arc_easy', makeResult());
      expect(await store.results()).toMatchObject([{ runId, scored: 2 }]);
    });

    it('gives the results of all runs or of some, and forgets those of a removed one', async () => {
      await using store = await makePlace().open();
      const runIds: string[] = [];
      for (const scored of [2, 2]) {
        const runId = await begin(store);
        await store.finishRun(runId, makeSession());
        await store.putResult(runId, 'arc_easy', makeResult({ scored }));
        runIds.push(runId);
        expect((await store.results()).map((result) => result.runId).sort()).toEqual(runIds.toSorted());
      }
      const [first = '', second = ''] = runIds;
      expect((await store.results({ runIds: [second] })).map((result) => result.runId)).toEqual([second]);
      expect(await store.results({ runIds: [] })).toEqual([]);
      await store.deleteRun(first);
      expect((await store.results()).map((result) => result.runId)).toEqual([second]);
    });

    it('changes its stamp whenever results may be others, and only then', async () => {
      await using store = await makePlace().open();
      const stamps: string[] = [];
      const note = async () => void stamps.push(await store.resultsStamp());
      await note();
      const runId = await begin(store);
      await note();
      await store.finishRun(runId, makeSession());
      await note();
      await store.putResult(runId, 'arc_easy', makeResult());
      await note();
      expect(await store.resultsStamp()).toBe(stamps.at(-1));
      expect(await store.results()).toBe(await store.results());
      await store.deleteRun(runId);
      await note();
      expect(new Set(stamps).size).toBe(stamps.length);
    });

    it('gives equal hashes to equal configurations, however they are written', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const configs = [
        { a: [1, { x: 1, y: [{ q: 1, p: 2 }] }], b: null },
        { b: null, a: [1, { y: [{ p: 2, q: 1 }], x: 1 }] },
        { b: null, a: [{ y: [{ p: 2, q: 1 }], x: 1 }, 1] },
      ];
      for (const [index, config] of configs.entries()) await store.addTask(id, makeTask({ task: `t${index}`, config }));
      await store.finishRun(id, makeSession());
      for (const index of configs.keys()) await store.putResult(id, `t${index}`, makeResult({ scored: 0, failed: 0 }));
      const [one, other, third] = (await store.results()).map((result) => result.configHash);
      expect(one).toBe(other);
      expect(third).not.toBe(one);
    });

    it('tells how far a run is', async () => {
      await using store = await makePlace().open(() => NOON);
      const runId = await begin(store);
      await store.addTask(runId, makeTask({ task: 'piqa', documentsExpected: 7 }));
      const failed = makeSample(2, { failed: true, outcomes: [] });
      await store.appendBatch({ runId, samples: [failed, makeSample(1)], responses: [] });
      const piqa = { task: 'piqa', expected: 7, stored: 0, failed: 0 };
      expect(await store.progressOf(runId)).toEqual({
        runId,
        status: 'running',
        session: undefined,
        tasks: [{ task: 'arc_easy', expected: 40, stored: 3, failed: 1 }, piqa],
      });
      await store.appendBatch({ runId, samples: [makeSample(2)], responses: [] });
      await store.finishRun(runId, makeSession());
      expect(await store.progressOf(runId)).toEqual({
        runId,
        status: 'finished',
        session: undefined,
        tasks: [{ task: 'arc_easy', expected: 40, stored: 3, failed: 0 }, piqa],
      });
    });
  });
}

/** A run with two samples. */
async function begin(store: Store): Promise<string> {
  const { id } = await store.createRun(makeRun());
  await store.addTask(id, makeTask());
  await store.appendBatch({ runId: id, samples: [makeSample(0), makeSample(1)], responses: [] });
  return id;
}

function makeResult(changes: Partial<TaskResult> = {}): TaskResult {
  return {
    metrics: [
      {
        metric: 'acc',
        filter: 'none',
        value: 0.5,
        standardError: 0.5,
        lower: 0.0945,
        upper: 0.9055,
        count: 2,
        isProportion: true,
        higherIsBetter: true,
      },
      {
        metric: 'perplexity',
        filter: 'none',
        value: Infinity,
        standardError: null,
        lower: null,
        upper: null,
        count: 2,
        isProportion: false,
        higherIsBetter: null,
      },
    ],
    scored: 2,
    failed: 0,
    flags: { truncatedPrompts: 1, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 4 },
    ...changes,
  };
}
