import { describe, expect, it } from 'vitest';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import {
  fillArena,
  freePlace,
  HOUR_MS,
  makeAnnotator,
  makeItem,
  makeNext,
  makeStudy,
  makeVote,
  openArena,
} from './make-arena.js';
import { NOON } from './store-place.js';

/** What every arena must hold to about studies, their plans and assignments. */
export function describeStudies(name: string, makePlace: () => ArenaPlace): void {
  describe(`${name}: studies`, () => {
    it('keeps a study, opens it with its plan once, and closes it once', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createStudy(makeStudy());
      expect(await store.getStudy('study')).toEqual(makeStudy());
      await expect(store.createStudy(makeStudy())).rejects.toMatchObject({ code: 'study-exists' });
      await expect(store.getStudy('another')).rejects.toMatchObject({ code: 'study-unknown' });
      await expect(store.nextItem(makeNext('ann', 'a1'))).rejects.toMatchObject({ code: 'study-closed' });
      const gold = makeItem(1, { kind: 'gold', wanted: 5, expected: 'b', explanation: 'It is wrong.' });
      await store.openStudy('study', [makeItem(0), gold], NOON + 1);
      expect(await store.studyItems('study')).toEqual([
        { item: makeItem(0), votes: 0, outstanding: 0 },
        { item: gold, votes: 0, outstanding: 0 },
      ]);
      await expect(store.openStudy('study', [], NOON + 2)).rejects.toMatchObject({ code: 'study-open' });
      await store.closeStudy('study', NOON + 3);
      await store.closeStudy('study', NOON + 4);
      expect(await store.listStudies()).toEqual([makeStudy({ openedAt: NOON + 1, closedAt: NOON + 3 })]);
      await expect(store.nextItem(makeNext('ann', 'a1'))).rejects.toMatchObject({ code: 'study-closed' });
    });

    it('opens no study whose plan has answers to other questions', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createStudy(makeStudy());
      const wrong = makeItem(0, { secondAnswerId: 'vicuna:1' });
      await expect(store.openStudy('study', [wrong], NOON)).rejects.toMatchObject({ code: 'answer-unknown' });
      expect((await store.getStudy('study')).openedAt).toBeNull();
    });

    it('refuses a study of unknown models or questions', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      const unknown = [makeStudy({ versionIds: ['llama'] }), makeStudy({ questionSetId: 'sixty' })];
      await expect(store.createStudy(unknown[0]!)).rejects.toMatchObject({ code: 'model-unknown' });
      await expect(store.createStudy(unknown[1]!)).rejects.toMatchObject({ code: 'question-set-unknown' });
    });
  });

  describe(`${name}: next item`, () => {
    it('gives an annotator each item once, with what is done of the others, and then nothing', async () => {
      await using store = await makePlace().open();
      await openArena(store, [makeItem(0), makeItem(1)]);
      const given = await store.nextItem(makeNext('ann', 'a1'));
      expect(given).toEqual({
        assignment: {
          id: 'a1',
          studyId: 'study',
          itemNumber: 0,
          annotatorId: 'ann',
          firstVersionId: 'koala',
          secondVersionId: 'vicuna',
          swapped: false,
          sampleProbability: 1,
          issuedAt: NOON,
          expiresAt: NOON + HOUR_MS,
        },
        item: makeItem(0),
        isOpen: true,
      });
      expect(await store.getAssignment('a1')).toEqual(given);
      await store.castVote(makeVote('ann', 'a1', { outcome: 'skip' }));
      const seen: unknown[] = [];
      const choose: ReturnType<typeof makeNext>['choose'] = (candidates, done) => {
        seen.push(candidates, done);
        return candidates[0] && { item: candidates[0].item, swapped: true };
      };
      expect((await store.nextItem(makeNext('ann', 'a2', { choose })))?.assignment.swapped).toBe(true);
      expect(seen).toEqual([[{ item: makeItem(1), votes: 0, outstanding: 0 }], 1]);
      await store.castVote(makeVote('ann', 'a2'));
      expect(await store.nextItem(makeNext('ann', 'a3'))).toBeUndefined();
      expect((await store.studyItems('study')).map((one) => [one.votes, one.outstanding])).toEqual([
        [0, 0],
        [1, 0],
      ]);
    });

    it('gives the same assignment again until it is voted on, under the new token alone', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      const again = await store.nextItem(makeNext('ann', 'a2', { now: NOON + 5, expiresAt: NOON + 9 * HOUR_MS }));
      expect(again).toMatchObject({ assignment: { id: 'a1', expiresAt: NOON + 9 * HOUR_MS }, item: makeItem(0) });
      await expect(store.castVote(makeVote('ann', 'a1'))).rejects.toMatchObject({ code: 'vote-token' });
      expect(await store.castVote(makeVote('ann', 'a1', { tokenHash: 'hash-a2' }))).toMatchObject({ repeated: false });
    });

    it('frees an item when its assignment expires, for the same annotator too, and voids the expired one', async () => {
      let now = NOON;
      await using store = await makePlace().open(() => now);
      await openArena(store, [makeItem(0, { wanted: 1 })]);
      await store.nextItem(makeNext('ann', 'a1'));
      const outstanding: number[] = [];
      const free: ReturnType<typeof makeNext>['choose'] = (candidates) => {
        outstanding.push(candidates[0]?.outstanding ?? -1);
        const one = candidates.find((candidate) => candidate.outstanding === 0);
        return one && { item: one.item, swapped: false };
      };
      expect(await store.nextItem(makeNext('bob', 'b1', { choose: free }))).toBeUndefined();
      now += HOUR_MS;
      const later = { now, expiresAt: now + HOUR_MS, choose: free };
      expect((await store.studyItems('study'))[0]?.outstanding).toBe(0);
      expect((await store.nextItem(makeNext('ann', 'a2', later)))?.assignment.id).toBe('a2');
      expect(outstanding).toEqual([1, 0]);
      await expect(store.castVote(makeVote('ann', 'a1'))).rejects.toMatchObject({ code: 'assignment-expired' });
      await store.castVote(makeVote('ann', 'a2', { now: now + 1 }));
      // One vote was wanted, and is there.
      expect(await store.nextItem(makeNext('bob', 'b2', later))).toBeUndefined();
    });

    it('never gives the last free place to two at once', async () => {
      const place = makePlace();
      await using store = await place.open();
      await openArena(store, [makeItem(0, { wanted: 3 })]);
      const names = Array.from({ length: 20 }, (_, index) => `annotator-${index}`);
      for (const id of names) await store.putAnnotator(makeAnnotator(id));
      const given = await Promise.all(
        names.map((id) => store.nextItem(makeNext(id, `for-${id}`, { choose: freePlace }))),
      );
      expect(given.filter((one) => one !== undefined)).toHaveLength(3);
    });

    it('gives one assignment to an annotator who asks ten times at once', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      const given = await Promise.all(
        Array.from({ length: 10 }, (_, index) => store.nextItem(makeNext('ann', `a${index}`))),
      );
      expect(new Set(given.map((one) => one?.assignment.id)).size).toBe(1);
    });

    it('counts a crowd that votes at once: each vote once, in one order without gaps', async () => {
      await using store = await makePlace().open();
      const items = Array.from({ length: 12 }, (_, number) => makeItem(number, { wanted: 10 }));
      await openArena(store, items);
      const names = Array.from({ length: 10 }, (_, index) => `annotator-${index}`);
      for (const id of names) await store.putAnnotator(makeAnnotator(id));
      await Promise.all(
        names.map(async (id) => {
          for (let round = 0; ; round += 1) {
            if ((await store.nextItem(makeNext(id, `${id}-${round}`))) === undefined) return;
            await store.castVote(makeVote(id, `${id}-${round}`));
          }
        }),
      );
      const votes = await collect(store.votes());
      expect(votes.map((vote) => vote.seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
      expect(new Set(votes.map((vote) => `${vote.annotatorId} ${vote.itemNumber}`)).size).toBe(120);
      expect((await store.studyItems('study')).map((one) => one.votes)).toEqual(items.map(() => 10));
    });
  });
}
