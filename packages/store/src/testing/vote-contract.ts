import { describe, expect, it } from 'vitest';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import {
  fillArena,
  HOUR_MS,
  makeAnswer,
  makeEvent,
  makeItem,
  makeNext,
  makeStudy,
  makeVote,
  openArena,
} from './make-arena.js';
import { NOON } from './store-place.js';

/** What every arena must hold to about votes and what happens to them. */
export function describeVotes(name: string, makePlace: () => ArenaPlace): void {
  describe(`${name}: votes`, () => {
    it('takes a vote once: the same token again gives the first vote, whatever it says', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      const first = await store.castVote(makeVote('ann', 'a1'));
      expect(first).toEqual({
        vote: {
          id: 'vote-a1',
          assignmentId: 'a1',
          seq: 1,
          outcome: 'a',
          reasons: ['correct'],
          comment: 'Clear.',
          dwellMs: 1234.5,
          uiVersion: '0.1.0',
          castAt: NOON + 1000,
        },
        repeated: false,
      });
      const again = makeVote('ann', 'a1', { voteId: 'other', outcome: 'b', now: NOON + 9 * HOUR_MS });
      await store.closeStudy('study', NOON + HOUR_MS);
      expect(await store.castVote(again)).toEqual({ vote: first.vote, repeated: true });
      expect(await store.getVote('vote-a1')).toEqual({ vote: first.vote, events: [] });
      expect(await store.getVote('other')).toBeUndefined();
    });

    it('has a stamp that each vote and each event changes, and nothing else', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      const stamps = [await store.voteStamp()];
      await store.nextItem(makeNext('ann', 'a1'));
      expect(await store.voteStamp()).toBe(stamps[0]);
      await store.castVote(makeVote('ann', 'a1'));
      stamps.push(await store.voteStamp());
      await store.addVoteEvent(makeEvent('a1', 'invalidate'));
      stamps.push(await store.voteStamp());
      expect(new Set(stamps).size).toBe(3);
      expect(await store.voteStamp()).toBe(stamps[2]);
    });

    it('takes one vote of fifty at once with the same token', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) => store.castVote(makeVote('ann', 'a1', { voteId: `try-${index}` }))),
      );
      expect(results.filter((result) => !result.repeated)).toHaveLength(1);
      expect(new Set(results.map((result) => result.vote.id)).size).toBe(1);
      expect(await collect(store.votes())).toHaveLength(1);
      expect((await store.studyItems('study'))[0]?.votes).toBe(1);
    });

    it('refuses a wrong token, an unknown assignment, and another annotator in the same words', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      const attempts = [
        makeVote('ann', 'a1', { tokenHash: 'hash-a2' }),
        makeVote('ann', 'a2'),
        makeVote('bob', 'a1'),
      ].map((request) => store.castVote(request).catch((error: unknown) => error));
      const errors = await Promise.all(attempts);
      for (const error of errors) expect(error).toMatchObject({ code: 'vote-token', party: 'user', values: {} });
      expect(new Set(errors.map(String)).size).toBe(1);
    });

    it('refuses a vote after its time, and one in a closed study', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      await expect(store.castVote(makeVote('ann', 'a1', { now: NOON + HOUR_MS }))).rejects.toMatchObject({
        code: 'assignment-expired',
      });
      await store.closeStudy('study', NOON + 10);
      await expect(store.castVote(makeVote('ann', 'a1'))).rejects.toMatchObject({ code: 'study-closed' });
      expect(await collect(store.votes({ withInvalid: true }))).toEqual([]);
    });

    it('reads votes in the order of casting, with the sides turned back, by what the filter says', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1', { choose: ([one]) => one && { item: one.item, swapped: true } }));
      await store.castVote(makeVote('ann', 'a1'));
      await store.nextItem(makeNext('bob', 'b1', { choose: (all) => ({ item: all[1]!.item, swapped: false }) }));
      await store.castVote(makeVote('bob', 'b1', { outcome: 'both_bad' }));
      const votes = await collect(store.votes({ studyId: 'study' }));
      expect(votes[0]).toEqual({
        voteId: 'vote-a1',
        seq: 1,
        studyId: 'study',
        itemNumber: 0,
        kind: 'regular',
        annotatorId: 'ann',
        questionId: 'fifty/0',
        aspect: 'writing',
        language: 'en',
        turn: null,
        firstVersionId: 'koala',
        secondVersionId: 'vicuna',
        outcome: 'b',
        swapped: true,
        valid: true,
        identityLeak: false,
        dwellMs: 1234.5,
        castAt: NOON + 1000,
      });
      expect(votes.map((vote) => [vote.seq, vote.outcome])).toEqual([
        [1, 'b'],
        [2, 'both_bad'],
      ]);
      const ids = async (filter: Parameters<typeof store.votes>[0]) =>
        (await collect(store.votes(filter))).map((vote) => vote.voteId);
      expect(await ids({ annotatorId: 'bob' })).toEqual(['vote-b1']);
      expect(await ids({ aspect: 'writing' })).toEqual(['vote-a1']);
      expect(await ids({ language: 'zh' })).toEqual(['vote-b1']);
      expect(await ids({ questionId: 'fifty/1' })).toEqual(['vote-b1']);
      expect(await ids({ studyId: 'another' })).toEqual([]);
    });

    it('marks a vote on answers that give their model away', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.putAnswers([makeAnswer('vicuna', 0, { id: 'leaky', sample: 1, identityLeak: true })]);
      await store.createStudy(makeStudy());
      await store.openStudy('study', [makeItem(0, { secondAnswerId: 'leaky' })], NOON);
      await store.nextItem(makeNext('ann', 'a1'));
      await store.castVote(makeVote('ann', 'a1'));
      expect((await collect(store.votes()))[0]?.identityLeak).toBe(true);
    });
  });

  describe(`${name}: vote events`, () => {
    it('undoes a vote and gives the same pair again with the same sides', async () => {
      await using store = await makePlace().open(() => NOON);
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1', { choose: ([one]) => one && { item: one.item, swapped: true } }));
      await store.castVote(makeVote('ann', 'a1'));
      const again = { assignmentId: 'a2', tokenHash: 'hash-a2', expiresAt: NOON + 2 * HOUR_MS };
      await store.addVoteEvent(makeEvent('a1', 'undo'), again);
      expect(await collect(store.votes())).toEqual([]);
      expect((await collect(store.votes({ withInvalid: true }))).map((vote) => vote.valid)).toEqual([false]);
      expect((await store.studyItems('study'))[0]).toMatchObject({ votes: 0, outstanding: 1 });
      expect(await store.getAssignment('a2')).toMatchObject({
        assignment: { itemNumber: 0, swapped: true, issuedAt: NOON + 2000, expiresAt: NOON + 2 * HOUR_MS },
        item: makeItem(0),
      });
      // Whoever reloads the page gets it too.
      expect((await store.nextItem(makeNext('ann', 'a3')))?.assignment.id).toBe('a2');
      await store.castVote(makeVote('ann', 'a2', { tokenHash: 'hash-a3', outcome: 'tie' }));
      expect((await collect(store.votes())).map((vote) => [vote.voteId, vote.outcome])).toEqual([['vote-a2', 'tie']]);
      await expect(store.addVoteEvent(makeEvent('a1', 'restore'))).rejects.toMatchObject({ code: 'vote-superseded' });
    });

    it('does not undo a vote twice, nor after the reveal; then it can be withdrawn, once', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      await store.castVote(makeVote('ann', 'a1'));
      await store.addVoteEvent(makeEvent('a1', 'reveal'));
      await expect(store.addVoteEvent(makeEvent('a1', 'undo'))).rejects.toMatchObject({ code: 'vote-final' });
      await store.addVoteEvent(makeEvent('a1', 'withdraw'));
      await expect(store.addVoteEvent(makeEvent('a1', 'withdraw'))).rejects.toMatchObject({ code: 'vote-final' });
      expect((await store.getVote('vote-a1'))?.events.map((event) => event.kind)).toEqual(['reveal', 'withdraw']);
      expect((await store.studyItems('study'))[0]?.votes).toBe(0);
      // The annotator has had the item: the next one is another.
      expect((await store.nextItem(makeNext('ann', 'a2')))?.item?.number).toBe(1);
    });

    it('lets one of twenty undo at once', async () => {
      await using store = await makePlace().open(() => NOON);
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      await store.castVote(makeVote('ann', 'a1'));
      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          store.addVoteEvent(makeEvent('a1', 'undo'), {
            assignmentId: `again-${index}`,
            tokenHash: 'hash',
            expiresAt: NOON + HOUR_MS,
          }),
        ),
      );
      expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
      expect((await store.studyItems('study'))[0]).toMatchObject({ votes: 0, outstanding: 1 });
    });

    it('never reveals an undone vote: the annotator votes again', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      await store.castVote(makeVote('ann', 'a1'));
      await store.addVoteEvent(makeEvent('a1', 'undo'));
      await expect(store.addVoteEvent(makeEvent('a1', 'reveal'))).rejects.toMatchObject({ code: 'vote-final' });
    });

    it('restores what was done last, until the vote counts again', async () => {
      await using store = await makePlace().open();
      await openArena(store);
      await store.nextItem(makeNext('ann', 'a1'));
      await store.castVote(makeVote('ann', 'a1'));
      const valid = async () => (await collect(store.votes({ withInvalid: true })))[0]?.valid;
      await expect(store.addVoteEvent(makeEvent('a1', 'restore'))).rejects.toMatchObject({ code: 'vote-counted' });
      await store.addVoteEvent(makeEvent('a1', 'flag', { rule: 'fast' }));
      expect(await valid()).toBe(true);
      await store.addVoteEvent(makeEvent('a1', 'withdraw'));
      await store.addVoteEvent(makeEvent('a1', 'invalidate', { rule: 'duplicate', reason: 'twice' }));
      expect((await store.studyItems('study'))[0]?.votes).toBe(0);
      await store.addVoteEvent(makeEvent('a1', 'restore'));
      expect(await valid()).toBe(false);
      await store.addVoteEvent(makeEvent('a1', 'restore'));
      expect(await valid()).toBe(true);
      expect((await store.studyItems('study'))[0]?.votes).toBe(1);
    });
  });
}
