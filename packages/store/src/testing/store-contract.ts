import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../cached-response.js';
import type { Store } from '../store.js';
import { collect } from './collect.js';
import { makeRun, makeSample, makeSession, makeTask } from './make-run.js';

/** A place for stores; the clock stands where the test puts it. Where stores can be shared, each `open` opens the same one. */
export interface StorePlace {
  open(now?: () => number): Promise<Store>;
}

const NOON = Date.UTC(2026, 10, 25, 12);

/** What every store must hold to; run for each implementation. `makePlace` gives a new, empty database. */
export function describeStore(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: runs`, () => {
    it('gives a new run a short id that sorts by time, and its content back', async () => {
      await using store = await makePlace().open(() => NOON);
      const run = await store.createRun(makeRun());
      expect(run).toMatchObject({ ...makeRun(), status: 'running', createdAt: NOON, endedAt: undefined, sessions: [] });
      expect(run.id).toMatch(/^20261125-[0-9a-z]{6}$/);
      expect(await store.getRun(run.id)).toEqual(run);
    });

    it('lists the newest first and keeps the date of an imported run', async () => {
      await using store = await makePlace().open(() => NOON);
      const recent = await store.createRun(makeRun());
      const imported = await store.createRun(makeRun({ source: 'lm-eval', createdAt: NOON - 86_400_000 }));
      expect(imported.id).toMatch(/^20261124-/);
      expect((await store.listRuns()).map((run) => run.id)).toEqual([recent.id, imported.id]);
      expect((await store.listRuns({ limit: 1 })).map((run) => run.id)).toEqual([recent.id]);
    });

    it('finds a run by the beginning of its id, and says when none or several begin so', async () => {
      await using store = await makePlace().open(() => NOON);
      const run = await store.createRun(makeRun());
      await store.createRun(makeRun({ createdAt: NOON - 86_400_000 }));
      expect(await store.getRun('20261125')).toEqual(run);
      await expect(store.getRun('2026')).rejects.toMatchObject({ code: 'run-ambiguous' });
      await expect(store.getRun('2026%')).rejects.toMatchObject({ code: 'run-unknown' });
      await expect(store.getRun('')).rejects.toMatchObject({ code: 'run-unknown' });
    });

    it('ends a run with its session', async () => {
      await using store = await makePlace().open(() => NOON);
      const { id } = await store.createRun(makeRun());
      const session = makeSession({ endedAt: NOON + 5, error: { code: 'x', message: 'y' }, status: 'failed' });
      await store.finishRun(id, session);
      expect(await store.getRun(id)).toMatchObject({ status: 'failed', endedAt: NOON + 5, sessions: [session] });
    });

    it('offers unfinished runs of the same fingerprint to be gone on with, and no others', async () => {
      await using store = await makePlace().open(() => NOON);
      const fingerprint = 'f'.repeat(64);
      const finished = await store.createRun(makeRun({ fingerprint }));
      await store.finishRun(finished.id, makeSession());
      expect(await store.findResumable(fingerprint)).toBeUndefined();
      const stopped = await store.createRun(makeRun({ fingerprint }));
      await store.finishRun(stopped.id, makeSession({ status: 'stopped' }));
      expect(await store.findResumable('0'.repeat(64))).toBeUndefined();
      expect(await store.findResumable(fingerprint)).toMatchObject({ id: stopped.id, status: 'stopped' });
      expect(await store.resumeRun(stopped.id)).toMatchObject({ id: stopped.id, status: 'running' });
      expect(await store.findResumable(fingerprint)).toBeUndefined();
    });

    it('removes a run with its tasks and samples', async () => {
      await using store = await makePlace().open();
      const { id } = await store.createRun(makeRun());
      await store.addTask(id, makeTask());
      await store.appendBatch({ runId: id, samples: [makeSample(0)], responses: [] });
      await store.deleteRun(id);
      await expect(store.getRun(id)).rejects.toMatchObject({ code: 'run-unknown' });
      expect(await store.listTasks(id)).toEqual([]);
      expect(await store.countSamples(id)).toEqual(new Map());
    });
  });

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

/** What two stores on one database must hold to. */
export function describeSharedStore(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: several owners`, () => {
    it('leaves a run to its living owner, and gives it to another once the owner has closed', async () => {
      const place = makePlace();
      await using second = await place.open(() => NOON);
      const first = await place.open(() => NOON);
      const { id, fingerprint } = await first.createRun(makeRun());
      expect(await second.findResumable(fingerprint)).toBeUndefined();
      await expect(second.resumeRun(id)).rejects.toMatchObject({ code: 'run-busy' });
      await expect(second.deleteRun(id)).rejects.toMatchObject({ code: 'run-busy' });
      await expect(second.heartbeat(id)).rejects.toMatchObject({ code: 'run-taken-over' });
      await first[Symbol.asyncDispose]();
      expect(await second.getRun(id)).toMatchObject({ status: 'interrupted' });
      expect(await second.findResumable(fingerprint)).toMatchObject({ id });
      expect(await second.resumeRun(id)).toMatchObject({ status: 'running' });
    });

    it('takes an owner that has been silent for a minute for dead, and refuses its later writing', async () => {
      const place = makePlace();
      let now = NOON;
      await using silent = await place.open(() => now);
      await using second = await place.open(() => now);
      const { id } = await silent.createRun(makeRun());
      await silent.addTask(id, makeTask());
      now += 50_000;
      await silent.heartbeat(id);
      now += 50_000;
      await expect(second.resumeRun(id)).rejects.toMatchObject({ code: 'run-busy' });
      now += 50_000;
      await second.resumeRun(id);
      const batch = { runId: id, samples: [makeSample(0)], responses: [] };
      await expect(silent.appendBatch(batch)).rejects.toMatchObject({ code: 'run-taken-over' });
      await expect(silent.finishRun(id, makeSession())).rejects.toMatchObject({ code: 'run-taken-over' });
      expect((await second.countSamples(id)).size).toBe(0);
    });
  });
}

function key(value: number): string {
  return value.toString(16).padStart(64, '0');
}
