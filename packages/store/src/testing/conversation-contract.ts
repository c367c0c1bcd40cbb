import { describe, expect, it } from 'vitest';
import type { Assignment } from '../arena/vote.js';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import { fillArena, HOUR_MS, makeEvent, makeModel, makeStudy, makeVote, MODELS } from './make-arena.js';
import { NOON } from './store-place.js';

/** What every arena must hold to about free conversations and imported votes. */
export function describeConversations(name: string, makePlace: () => ArenaPlace): void {
  describe(`${name}: free mode`, () => {
    const assignment: Assignment = {
      id: 'a1',
      studyId: 'study',
      itemNumber: null,
      annotatorId: 'ann',
      firstVersionId: 'koala',
      secondVersionId: 'wizard',
      swapped: true,
      sampleProbability: 0.125,
      issuedAt: NOON,
      expiresAt: NOON + HOUR_MS,
    };
    const turn = { assignmentId: 'a1', number: 1, prompt: 'Who are you?', first: 'I am.', second: 'Koala.' };

    it('keeps the turns of a conversation and the vote on it', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createStudy(makeStudy({ mode: 'free', questionSetId: null }));
      await expect(store.issueFree(assignment, 'hash-a1')).rejects.toMatchObject({ code: 'study-closed' });
      await store.openStudy('study', [], NOON);
      await store.issueFree(assignment, 'hash-a1');
      expect(await store.getAssignment('a1')).toEqual({ assignment, item: null, isOpen: true });
      const turns = [
        { ...turn, identityLeak: true },
        { ...turn, number: 2, prompt: 'Sure?', identityLeak: false },
      ];
      for (const one of turns) await store.appendTurn(one);
      await expect(store.appendTurn(turns[1]!)).rejects.toMatchObject({ code: 'conversation-ended' });
      expect(await store.turns('a1')).toEqual(turns);
      await store.castVote(makeVote('ann', 'a1'));
      expect(await store.getAssignment('a1')).toEqual({ assignment, item: null, isOpen: false });
      expect((await collect(store.votes()))[0]).toMatchObject({
        itemNumber: null,
        questionId: null,
        aspect: null,
        turn: 2,
        firstVersionId: 'koala',
        secondVersionId: 'wizard',
        outcome: 'b',
        swapped: true,
        identityLeak: true,
      });
      await expect(store.appendTurn({ ...turns[0]!, number: 3 })).rejects.toMatchObject({
        code: 'conversation-ended',
      });
      // Whoever undoes the vote goes on with the same conversation.
      await store.addVoteEvent(makeEvent('a1', 'undo'), {
        assignmentId: 'a2',
        tokenHash: 'hash-a2',
        expiresAt: NOON + HOUR_MS,
      });
      expect(await store.turns('a2')).toEqual(turns.map((one) => ({ ...one, assignmentId: 'a2' })));
      await store.castVote(makeVote('ann', 'a2', { outcome: 'b' }));
      expect((await collect(store.votes())).map((vote) => [vote.voteId, vote.outcome, vote.identityLeak])).toEqual([
        ['vote-a2', 'a', true],
      ]);
    });
  });

  describe(`${name}: imported votes`, () => {
    it('adds the votes of a file in its order, with annotators of its own', async () => {
      await using store = await makePlace().open();
      await fillArena(store);
      await store.createStudy(makeStudy({ id: 'file', mode: 'imported', questionSetId: null }));
      const votes = Array.from({ length: 1203 }, (_, index) => ({
        annotator: index % 2 === 0 ? 'ann' : 'expert_1',
        annotatorKind: index % 2 === 0 ? ('crowd' as const) : ('expert' as const),
        questionId: index === 1 ? 'elsewhere/81' : null,
        turn: index === 0 ? null : 1 + (index % 2),
        firstVersionId: 'koala',
        secondVersionId: 'wizard',
        outcome: index % 3 === 0 ? ('b' as const) : ('tie' as const),
        castAt: NOON + index,
      }));
      await store.importVotes('file', votes);
      const stored = await collect(store.votes({ studyId: 'file' }));
      expect(stored.map((vote) => vote.seq)).toEqual(votes.map((_, index) => index + 1));
      expect(stored.map((vote) => [vote.outcome, vote.turn, vote.questionId, vote.castAt])).toEqual(
        votes.map((vote) => [vote.outcome, vote.turn, vote.questionId, vote.castAt]),
      );
      expect(await store.getAnnotator('file/expert_1')).toMatchObject({ kind: 'expert', pseudonym: 'expert_1' });
      const own = await collect(store.votes({ studyId: 'file', annotatorId: 'file/ann' }));
      expect(own.map((vote) => vote.seq)).toEqual(Array.from({ length: 602 }, (_, index) => 1 + 2 * index));
      expect(await collect(store.votes({ annotatorId: 'file/ann' }))).toEqual(own);
      await expect(store.importVotes('file', votes)).rejects.toMatchObject({ code: 'votes-imported' });
      expect(await store.countVotes('file')).toBe(1203);
      await store.addVoteEvent({
        id: 'event',
        voteId: own[0]!.voteId,
        kind: 'invalidate',
        rule: null,
        reason: null,
        author: 'admin',
        at: NOON,
      });
      expect(await store.countVotes('file')).toBe(1202);
      expect(await store.countVotes('elsewhere')).toBe(0);
      await store.createStudy(makeStudy({ id: 'skipped', mode: 'imported', questionSetId: null }));
      await store.importVotes('skipped', [votes[0]!, { ...votes[0]!, outcome: 'skip' }]);
      expect(await store.countVotes('skipped')).toBe(1);
      const other = [{ ...votes[0]!, firstVersionId: 'llama' }];
      await expect(store.importVotes('file', other)).rejects.toMatchObject({ code: 'model-unknown' });
      expect(await collect(store.votes({ studyId: 'file', withInvalid: true }))).toHaveLength(votes.length);
      await store.createStudy(makeStudy({ id: 'empty', mode: 'imported', questionSetId: null }));
      await store.importVotes('empty', []);
      await store.createStudy(makeStudy());
      await expect(store.importVotes('study', votes)).rejects.toMatchObject({ code: 'study-not-imported' });
    });

    it('reads the votes on pairs with one of some models apart', async () => {
      await using store = await makePlace().open();
      await store.putModels(MODELS.map((id) => makeModel(id)));
      await store.createStudy(makeStudy({ id: 'file', mode: 'imported', questionSetId: null }));
      const pairs = [
        ['koala', 'vicuna'],
        ['vicuna', 'wizard'],
        ['wizard', 'koala'],
      ] as const;
      const vote = { annotator: 'ann', annotatorKind: 'crowd', questionId: null, turn: null, outcome: 'a' } as const;
      const votes = pairs.map(([firstVersionId, secondVersionId]) => {
        return { ...vote, firstVersionId, secondVersionId, castAt: NOON };
      });
      await store.importVotes('file', votes);
      const numbers = async (...versionIds: readonly string[]) =>
        (await collect(store.votes({ studyId: 'file', versionIds }))).map(({ seq }) => seq);
      expect(await numbers('koala')).toEqual([1, 3]);
      expect(await numbers('koala', 'wizard')).toEqual([1, 2, 3]);
      expect(await numbers('llama')).toEqual([]);
    });
  });
}
