import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError } from '@understudy/core';
import { openStore, type Store } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importRun } from '../interchange/import-run.js';
import { reportRun } from '../report/report-run.js';
import { addSamples, makeRun, makeTask } from '../report/testing/fill-store.js';
import { ROWS, ScriptedRun } from '../testing/scripted-run.js';
import { keepResults, refreshResults, type RefreshProgress } from './refresh-results.js';

const FIXTURES = fileURLToPath(new URL('../interchange/fixtures', import.meta.url));

/** Gives all choices the same log-likelihood: the first one is taken, and is right for a third of the documents. */
const script = { score: ({ context }: { context: string }) => ({ logProbability: -context.length, isGreedy: true }) };

describe('a run that has ended', () => {
  let scripted: ScriptedRun;
  beforeEach(async () => {
    scripted = await ScriptedRun.create();
  });
  afterEach(() => scripted[Symbol.asyncDispose]());

  it('has its results kept, equal to its report', async () => {
    const { outcome } = await scripted.run(script, { tasks: ['colours', 'last_word'] });
    const report = await reportRun(scripted.store, outcome.runId);
    const results = await scripted.store.results();
    expect(results.map(({ task, scored, failed }) => [task, scored, failed])).toEqual([
      ['colours', ROWS, 0],
      ['last_word', ROWS, 0],
    ]);
    for (const [index, { metrics }] of results.entries()) {
      expect(metrics.length).toBeGreaterThan(0);
      expect(metrics).toEqual(
        report.tasks[index]?.metrics.map(({ interval, ...metric }) => ({
          ...metric,
          lower: interval?.lower,
          upper: interval?.upper,
        })),
      );
    }
  });

  it('has those of the samples that it got when it was stopped or its engine died', async () => {
    const abort = new AbortController();
    await scripted.run(
      { ...script, beforeAnswer: (answered) => (answered === 60 ? abort.abort() : undefined) },
      { signal: abort.signal },
    );
    const [stopped] = await scripted.store.results();
    expect(stopped?.scored).toBeGreaterThan(0);
    expect(stopped?.scored).toBeLessThan(ROWS);
    const died = new EngineError({ code: 'engine-crashed', message: 'The engine died.' });
    const dying = scripted.run({
      ...script,
      beforeAnswer: (answered) => {
        if (answered === 30) throw died;
      },
    });
    await expect(dying).rejects.toBe(died);
    const [failed] = await scripted.store.results();
    expect(failed?.scored).toBe((stopped?.scored ?? 0) + 10);
    expect(await scripted.store.staleResults()).toEqual([]);
  });
});

describe('in a store', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ path: ':memory:' });
  });
  afterEach(() => store[Symbol.asyncDispose]());

  it('an imported run has the results that the reference harness printed', async () => {
    const { run } = await importRun(store, join(FIXTURES, 'arc_easy'));
    const files = readdirSync(join(FIXTURES, 'arc_easy'), { recursive: true, encoding: 'utf8' });
    const file = files.find((name) => basename(name).startsWith('results_')) ?? '';
    const printed = JSON.parse(readFileSync(join(FIXTURES, 'arc_easy', file), 'utf8')) as {
      readonly results: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const [result] = await store.results({ runIds: [run.id] });
    expect(result?.metrics.map(({ metric }) => metric)).toEqual(['acc', 'acc_norm']);
    for (const { metric, filter, value, standardError } of result?.metrics ?? []) {
      expect(value).toBeCloseTo(Number(printed.results['arc_easy']?.[`${metric},${filter}`]), 12);
      expect(standardError).toBeCloseTo(Number(printed.results['arc_easy']?.[`${metric}_stderr,${filter}`]), 12);
    }
  });

  it('computes what ended runs lack, task by task, and nothing twice', async () => {
    for (const tasks of [['arc_easy', 'piqa'], ['arc_easy']]) {
      const { id } = await store.createRun(makeRun());
      for (const task of tasks) {
        await store.addTask(id, makeTask({ task }));
        await addSamples(store, id, task, [{ acc: 1, perplexity: -2 }, { acc: 0, perplexity: -3 }, undefined]);
      }
      await store.finishRun(id, { status: 'finished', endedAt: 1, elapsedMs: 1 });
    }
    const seen: RefreshProgress[] = [];
    for await (const progress of refreshResults(store)) seen.push(progress);
    expect(seen.map(({ task, done, total }) => [task, done, total])).toEqual([
      ['arc_easy', 1, 3],
      ['piqa', 2, 3],
      ['arc_easy', 3, 3],
    ]);
    expect(await store.results()).toHaveLength(3);
    expect((await store.results())[0]).toMatchObject({
      scored: 2,
      failed: 1,
      metrics: [
        { metric: 'acc', value: 0.5, isProportion: true, higherIsBetter: true },
        { metric: 'perplexity', value: Math.exp(2.5), isProportion: false, higherIsBetter: false },
      ],
    });
    for await (const progress of refreshResults(store)) expect(progress).toBeUndefined();
  });

  it('computes the other results where one cannot be, and says why; a run that is removed meanwhile is none', async () => {
    const ids: string[] = [];
    for (const task of ['arc_easy', 'piqa', 'sciq']) {
      const { id } = await store.createRun(makeRun());
      ids.push(id);
      await store.addTask(id, makeTask({ task }));
      await addSamples(store, id, task, [{ acc: 1 }]);
      await store.finishRun(id, { status: 'finished', endedAt: 1, elapsedMs: 1 });
    }
    const [broken = '', removed = ''] = ids;
    const putResult = store.putResult.bind(store);
    store.putResult = async (runId, task, result) => {
      if (runId === broken) throw new Error('not this one');
      if (runId === removed) await store.deleteRun(runId);
      await putResult(runId, task, result);
    };
    const seen: string[] = [];
    const refreshing = (async () => {
      for await (const { task } of refreshResults(store)) seen.push(task);
    })();
    await expect(refreshing).rejects.toThrow('not this one');
    expect(seen).toEqual(['sciq']);
    expect((await store.results()).map(({ task }) => task)).toEqual(['sciq']);
    expect(await store.staleResults()).toEqual([{ runId: broken, task: 'arc_easy' }]);
  });

  it('is of the samples that there are when failed ones of a resumed run are replaced, and goes with the run', async () => {
    const { id } = await store.createRun(makeRun());
    await store.addTask(id, makeTask());
    await addSamples(store, id, 'arc_easy', [{ acc: 1 }, undefined, undefined]);
    await store.finishRun(id, { status: 'stopped', endedAt: 1, elapsedMs: 1 });
    await keepResults(store, id);
    expect(await store.results()).toMatchObject([{ scored: 1, failed: 2, metrics: [{ value: 1, count: 1 }] }]);
    await store.resumeRun(id);
    expect(await store.results()).toEqual([]);
    // The first is stored already and stays; of the others one fails again.
    await addSamples(store, id, 'arc_easy', [{ acc: 0 }, { acc: 0 }, undefined, { acc: 1 }]);
    await store.finishRun(id, { status: 'finished', endedAt: 2, elapsedMs: 1 });
    expect(await store.results()).toEqual([]);
    await keepResults(store, id);
    expect(await store.results()).toMatchObject([{ scored: 3, failed: 1, metrics: [{ value: 2 / 3, count: 3 }] }]);
    expect((await store.progressOf(id)).tasks).toMatchObject([{ stored: 4, failed: 1 }]);
    expect(await store.sampleColumns(id, 'arc_easy')).toMatchObject([
      { name: 'acc,none', count: 3, least: 0, largest: 1 },
    ]);
    const wrong = { runId: id, task: 'arc_easy', range: { column: 'acc,none', largest: 0 } };
    expect((await store.browseSamples(wrong)).rows.map(({ docId }) => docId)).toEqual([1]);
    await store.deleteRun(id);
    expect([await store.results(), await store.staleResults(), await store.listRuns()]).toEqual([[], [], []]);
    await expect(store.browseSamples(wrong)).rejects.toMatchObject({ code: 'run-task-missing' });
  });

  it('ends between two tasks when it is told to', async () => {
    const { id } = await store.createRun(makeRun());
    for (const task of ['arc_easy', 'piqa']) {
      await store.addTask(id, makeTask({ task }));
      await addSamples(store, id, task, [{ acc: 1 }]);
    }
    await store.finishRun(id, { status: 'finished', endedAt: 1, elapsedMs: 1 });
    const abort = new AbortController();
    const refreshing = (async () => {
      for await (const { done } of refreshResults(store, { signal: abort.signal })) {
        if (done === 1) abort.abort(new Error('enough'));
      }
    })();
    await expect(refreshing).rejects.toThrow('enough');
    expect(await store.staleResults()).toEqual([{ runId: id, task: 'piqa' }]);
  });
});
