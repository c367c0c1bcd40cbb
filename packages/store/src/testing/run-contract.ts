import { describe, expect, it } from 'vitest';
import { makeRun, makeSample, makeSession, makeTask } from './make-run.js';
import { NOON, type StorePlace } from './store-place.js';

/** What every store must hold to about runs. */
export function describeRuns(name: string, makePlace: () => StorePlace): void {
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
}
