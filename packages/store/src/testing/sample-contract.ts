import { describe, expect, it } from 'vitest';
import { collect } from './collect.js';
import { makeRun, makeSample, makeTask } from './make-run.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to about tasks and samples. */
export function describeSamples(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: samples`, () => {
    it('gives tasks back in the order they were added, each once', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      const tasks = [makeTask({ task: 'winogrande' }), makeTask()];
      for (const task of [...tasks, ...tasks]) await store.addTask(id, task);
      expect(await store.listTasks(id)).toEqual(tasks);
    });

    it('gives samples back as they were, by document, also what JSON cannot say', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      const odd = makeSample(3, {
        responses: [
          { kind: 'loglikelihood', logProbability: -Infinity, isGreedy: false },
          { kind: 'rolling', logProbability: -8128.515625 },
        ],
        outcomes: [
          { filter: 'strict-match', metrics: { acc: NaN, word_perplexity: [-8128.5, 36] }, filteredResponses: ['18'] },
          { filter: 'flexible-extract', metrics: { acc: 0 }, filteredResponses: ['[invalid]'] },
        ],
        flags: { truncatedPrompts: 1, truncatedAnswers: 2, noAnswers: 3, ties: 1, cachedResponses: 0 },
      });
      const generated = makeSample(1, {
        doc: '{"text": "naïve 汉字 \\u0000"}',
        requests: [{ kind: 'generate', context: 'Q: 汉字?\nA:', genKwargs: { until: ['\n\n'], do_sample: false } }],
        responses: [{ kind: 'generate', text: 'two\u0000 lines\n' }],
      });
      await store.appendBatch({ runId: id, samples: [odd, makeSample(0), generated], responses: [] });
      const samples = await collect(store.samples(id, 'arc_easy'));
      expect(samples).toEqual([makeSample(0), generated, odd]);
      const scores = await collect(store.scores(id, 'arc_easy', { after: 1 }));
      expect(scores).toEqual([
        {
          docId: 3,
          failed: false,
          outcomes: odd.outcomes.map(({ filter, metrics }) => ({ filter, metrics })),
          flags: odd.flags,
        },
      ]);
    });

    it('keeps the first sample of a document', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      await store.appendBatch({ runId: id, samples: [makeSample(0)], responses: [] });
      await store.appendBatch({
        runId: id,
        samples: [makeSample(0, { target: 'other' }), makeSample(1)],
        responses: [],
      });
      expect(await collect(store.samples(id, 'arc_easy'))).toEqual([makeSample(0), makeSample(1)]);
    });

    it('lets a later sample take the place of a failed one, and asks for failed ones again', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      const failed = makeSample(1, {
        failed: true,
        responses: [{ kind: 'error', code: 'engine-crashed', message: 'It crashed.' }],
        outcomes: [],
      });
      await store.appendBatch({ runId: id, samples: [makeSample(0), failed], responses: [] });
      expect(await store.countSamples(id)).toEqual(new Map([['arc_easy', { stored: 2, failed: 1 }]]));
      const documents = await store.storedDocuments(id, 'arc_easy');
      expect([documents.size, documents.has(0), documents.has(1)]).toEqual([1, true, false]);
      await store.appendBatch({ runId: id, samples: [makeSample(1)], responses: [] });
      expect(await collect(store.samples(id, 'arc_easy'))).toEqual([makeSample(0), makeSample(1)]);
    });

    it('reads more samples than a page holds, also while others are appended', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      const samples = Array.from({ length: 1001 }, (_, docId) => makeSample(docId));
      await store.appendBatch({ runId: id, samples, responses: [] });
      const seen: number[] = [];
      for await (const { docId } of store.samples(id, 'arc_easy')) {
        if (docId === 500) await store.appendBatch({ runId: id, samples: [makeSample(5000)], responses: [] });
        seen.push(docId);
      }
      expect(seen).toEqual([...samples.map((sample) => sample.docId), 5000]);
      expect((await store.storedDocuments(id, 'arc_easy')).size).toBe(1002);
    });

    it('keeps runs and tasks apart', async () => {
      await using store = await makePlace().open();
      const one = await store.createRun(makeRun());
      const other = await store.createRun(makeRun());
      for (const { id } of [one, other]) await store.addTask(id, makeTask());
      await store.addTask(one.id, makeTask({ task: 'piqa' }));
      await store.appendBatch({ runId: one.id, samples: [makeSample(0, { task: 'piqa' })], responses: [] });
      await store.appendBatch({ runId: other.id, samples: [makeSample(7)], responses: [] });
      expect(await collect(store.scores(one.id, 'arc_easy'))).toEqual([]);
      expect(await store.sample(one.id, 'arc_easy', 7)).toBeUndefined();
      expect(await store.sample(other.id, 'arc_easy', 7)).toEqual(makeSample(7));
      expect((await collect(store.scores(other.id, 'arc_easy'))).map((score) => score.docId)).toEqual([7]);
    });
  });
}
