import { describe, expect, it } from 'vitest';
import { makeCounters, makeRun, makeSample, makeSession, makeTask } from './make-run.js';
import { NOON, type StorePlace } from './store-place.js';

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

    it('shows others what the owner tells of its work, until it ends', async () => {
      const place = makePlace();
      await using first = await place.open(() => NOON);
      await using second = await place.open(() => NOON);
      const { id } = await first.createRun(makeRun());
      const session = { elapsedMs: 5_000, documents: 3, counters: makeCounters() };
      await first.heartbeat(id, session);
      await first.heartbeat(id);
      expect(await second.progressOf(id)).toMatchObject({ status: 'running', session });
      await first.finishRun(id, makeSession({ status: 'stopped' }));
      expect((await second.progressOf(id)).session).toBeUndefined();
      await second.resumeRun(id);
      expect(await first.progressOf(id)).toMatchObject({ status: 'running', session: undefined });
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
