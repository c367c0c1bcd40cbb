import type { ArenaStore, NextItemRequest, Question, StudyItem } from '@understudy/store';

/** A study of one pair of models. */
export interface VotedStudy {
  readonly id: string;
  /** Ids of versions that are in the store; the first wins every vote. */
  readonly pair: readonly [string, string];
  /** Two about sums, the others about writing. */
  readonly questions: number;
}

/** Makes a study of one pair, opens it, and has one person vote on each of its questions; it stays open. */
export async function voteInStudy(store: ArenaStore, { id, pair, questions }: VotedStudy): Promise<void> {
  const asked = Array.from({ length: questions }, (_, number) => question(id, number));
  await store.putQuestionSet({ id, title: id, source: 'made up', licence: null }, asked);
  await store.putAnswers(
    asked.flatMap(({ id: questionId }) =>
      pair.map((versionId) => {
        const key = { id: `${questionId}:${versionId}`, questionId, versionId, sample: 0, turns: ['It.'] };
        return { ...key, tokens: 1, finishReason: 'stop', latencyMs: 1, cost: null, identityLeak: false };
      }),
    ),
  );
  await store.createStudy({
    id,
    mode: 'study',
    title: id,
    questionSetId: id,
    versionIds: pair,
    design: { votesPerItem: 1, items: null, overlap: 1, goldEvery: 0, seed: 0 },
    instructions: {},
    completionCode: null,
    createdAt: 0,
    openedAt: null,
    closedAt: null,
  });
  await store.openStudy(
    id,
    asked.map((each, number) => itemOf(each, { studyId: id, pair, number })),
    1,
  );
  const annotatorId = `${id}/voter`;
  await store.putAnnotator({
    id: annotatorId,
    kind: 'crowd',
    pseudonym: 'Voter',
    locale: null,
    consentAt: null,
    createdAt: 0,
  });
  for (const { id: questionId } of asked) {
    const given = { assignmentId: `${questionId}/a`, annotatorId, tokenHash: questionId, now: 2 };
    await store.nextItem({ studyId: id, ...given, expiresAt: 99, choose: first });
    const says = { outcome: 'a', reasons: [], comment: null, dwellMs: null, uiVersion: null } as const;
    await store.castVote({ voteId: `${questionId}/v`, ...given, ...says });
  }
}

const first: NextItemRequest['choose'] = ([candidate]) => candidate && { item: candidate.item, swapped: false };

function question(setId: string, number: number): Question {
  return {
    id: `${setId}/${number}`,
    setId,
    aspect: number < 2 ? 'sums' : 'writing',
    language: 'en',
    turns: ['What is it?'],
    reference: null,
    referenceChecked: false,
  };
}

function itemOf(
  { id: questionId }: Question,
  { studyId, pair, number }: { readonly studyId: string; readonly pair: VotedStudy['pair']; readonly number: number },
): StudyItem {
  const [one, other] = pair;
  const sides = { firstAnswerId: `${questionId}:${one}`, secondAnswerId: `${questionId}:${other}` };
  return { studyId, number, kind: 'regular', questionId, ...sides, wanted: 1, expected: null, explanation: null };
}
