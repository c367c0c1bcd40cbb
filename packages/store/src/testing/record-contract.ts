import { describe, expect, it } from 'vitest';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import { fillArena, HOUR_MS, makeJudge, makeJudgement, makeKey, makeSnapshot } from './make-arena.js';
import { NOON } from './store-place.js';

/** What every arena must hold to about judges, snapshots, keys, sessions and the audit log. */
export function describeRecords(name: string, makePlace: () => ArenaPlace): void {
  describe(`${name}: judges`, () => {
    it('keeps what a judge says, and replaces only what failed', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.putJudge(makeJudge());
      await store.putJudge(makeJudge({ identity: 'another' }));
      expect(await store.listJudges()).toEqual([makeJudge()]);
      const failed = makeJudgement(1, { id: 'failed', state: 'error', verdict: null, score: null, cost: null });
      const single = makeJudgement(0, { id: 'single', secondAnswerId: null, verdict: null, score: 8 });
      await store.appendJudgements([failed, makeJudgement(0), single, failed]);
      await store.appendJudgements([
        makeJudgement(0, { id: 'later', verdict: 'second' }),
        makeJudgement(1),
        { ...single, id: 'later-2', score: 3 },
      ]);
      expect(await collect(store.judgements())).toEqual([single, makeJudgement(0), makeJudgement(1)]);
      expect(await collect(store.judgements({ judgeId: 'judge', setId: 'fifty' }))).toHaveLength(3);
      expect(await collect(store.judgements({ setId: 'sixty' }))).toEqual([]);
    });

    it('reads more judgements than a page, each once', async () => {
      await using store = await makePlace().open();
      await fillArena(store, 4);
      await store.putJudge(makeJudge());
      const runs = Array.from({ length: 2500 }, (_, run) => makeJudgement(run % 4, { id: `run-${run}`, run }));
      await store.appendJudgements(runs);
      expect(new Set((await collect(store.judgements())).map((judgement) => judgement.id)).size).toBe(2500);
    });
  });

  describe(`${name}: snapshots`, () => {
    it('keeps a snapshot as it was', async () => {
      await using store = await makePlace().open();
      await store.createSnapshot(makeSnapshot('s1'));
      await store.createSnapshot(makeSnapshot('s2', { createdAt: NOON + 1 }));
      await expect(store.createSnapshot(makeSnapshot('s1', { table: '{}' }))).rejects.toMatchObject({
        code: 'snapshot-exists',
      });
      expect(await store.getSnapshot('s1')).toEqual(makeSnapshot('s1'));
      expect(await store.getSnapshot('s3')).toBeUndefined();
      const { table: _table, ...head } = makeSnapshot('s1');
      expect(await store.listSnapshots()).toEqual([{ ...head, id: 's2', createdAt: NOON + 1 }, head]);
    });
  });

  describe(`${name}: keys and sessions`, () => {
    const session = {
      hash: 'cookie',
      keyId: 'k1',
      role: 'annotator',
      annotatorId: 'ann',
      createdAt: NOON,
      expiresAt: NOON + HOUR_MS,
    } as const;

    it('finds a key by its hash, and ends its sessions when it is revoked', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createKey(makeKey('k1', { annotatorId: 'ann', expiresAt: NOON + 2 * HOUR_MS }));
      await store.createKey(makeKey('k2', { role: 'admin', createdAt: NOON + 1 }));
      expect(await store.findKey('key-hash-k2')).toEqual(makeKey('k2', { role: 'admin', createdAt: NOON + 1 }));
      expect(await store.findKey('key-hash-k3')).toBeUndefined();
      await store.createSession(session);
      expect(await store.findSession('cookie', NOON + 1)).toEqual(session);
      await store.revokeKey('k1', NOON + 2);
      await store.revokeKey('k1', NOON + 3);
      expect(await store.findSession('cookie', NOON + 3)).toBeUndefined();
      // Not even one that was begun at that moment.
      await store.createSession(session);
      expect(await store.findSession('cookie', NOON + 3)).toBeUndefined();
      expect((await store.listKeys()).map((key) => [key.id, key.revokedAt])).toEqual([
        ['k1', NOON + 2],
        ['k2', null],
      ]);
    });

    it('knows no session that has expired or was ended, nor one of an expired key', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createKey(makeKey('k1', { expiresAt: NOON + 10 }));
      await store.createSession({ ...session, keyId: null });
      expect(await store.findSession('cookie', NOON + HOUR_MS - 1)).toMatchObject({ keyId: null });
      expect(await store.findSession('cookie', NOON + HOUR_MS)).toBeUndefined();
      await store.createSession({ ...session, hash: 'other' });
      expect(await store.findSession('other', NOON + 9)).toMatchObject({ hash: 'other' });
      expect(await store.findSession('other', NOON + 10)).toBeUndefined();
      await store.deleteSession('cookie');
      expect(await store.findSession('cookie', NOON)).toBeUndefined();
    });
  });

  describe(`${name}: audit log`, () => {
    it('keeps what was done, the newest first, a page at a time', async () => {
      await using store = await makePlace().open();
      const entry = { at: NOON, actor: 'k1', action: 'study-open', target: 'study', details: '{}' };
      await Promise.all(
        Array.from({ length: 25 }, (_, index) => store.appendAudit({ ...entry, target: index === 0 ? null : 'study' })),
      );
      const newest = await store.audit({ limit: 10 });
      expect(newest.map((one) => one.seq)).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16]);
      const rest = await store.audit({ limit: 100, before: 16 });
      expect(rest.map((one) => one.seq)).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
      expect(newest[0]).toEqual({ ...entry, seq: 25 });
    });
  });
}
