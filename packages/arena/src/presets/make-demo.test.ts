import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openArenaStore } from '@understudy/store';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseItem } from '../studies/choose-item.js';
import { DEMO_STUDIES, makeDemo } from './make-demo.js';
import { readLlmfao } from './read-llmfao.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shared = fileURLToPath(new URL('../../../../../shared/arena-data/llmfao/', import.meta.url));

describe('the demonstration', () => {
  it('has the published votes and an open study, without any model, and is the same when made again', async () => {
    await using store = await openArenaStore({ path: join(folder, 'demo.db') });
    const demo = await makeDemo({ store, now: 1000 });
    expect(demo).toMatchObject({ models: 59, questions: 13, importedVotes: 8931, trainingItems: 7, isNew: true });
    expect(demo.balance).toMatchObject({ items: 1711, overlapItems: 342, trainingItems: 7, goldItems: 0 });
    expect(demo.balance.spreadInQuestion).toBeLessThanOrEqual(2);
    const outcomes = { a: 0, b: 0, tie: 0, both_bad: 0, skip: 0 };
    const workers = new Set<string>();
    for await (const vote of store.votes({ studyId: DEMO_STUDIES.votes })) {
      outcomes[vote.outcome]++;
      workers.add(vote.annotatorId);
    }
    expect(outcomes).toEqual({ a: 2911, b: 2549, tie: 3471, both_bad: 0, skip: 0 });
    expect(workers.size).toBe(124);
    expect(await makeDemo({ store, now: 2000 })).toEqual({ ...demo, isNew: false });
  }, 60_000);

  it('gives an annotator the seven training items with reasons, then an item of the study', async () => {
    await using store = await openArenaStore({ path: join(folder, 'demo.db') });
    await store.putAnnotator({
      id: 'ann',
      kind: 'crowd',
      pseudonym: 'Ann',
      locale: null,
      consentAt: null,
      createdAt: 0,
    });
    const { design } = await store.getStudy(DEMO_STUDIES.open);
    const kinds: (string | undefined)[] = [];
    for (let number = 0; number < 8; number++) {
      const request = {
        studyId: DEMO_STUDIES.open,
        annotatorId: 'ann',
        assignmentId: `a${number}`,
        tokenHash: `t${number}`,
      };
      const given = await store.nextItem({
        ...request,
        now: 5000,
        expiresAt: 9000,
        choose: (candidates, done) => chooseItem(candidates, { ...design, annotatorId: 'ann', done }),
      });
      kinds.push(given?.item?.kind);
      const vote = { reasons: [], comment: null, dwellMs: null, uiVersion: null, now: 5001, outcome: 'a' } as const;
      await store.castVote({
        ...vote,
        voteId: `v${number}`,
        assignmentId: request.assignmentId,
        annotatorId: 'ann',
        tokenHash: request.tokenHash,
      });
    }
    expect(kinds).toEqual([...Array<string>(7).fill('training'), 'regular']);
  }, 60_000);

  it('expects "both bad" where the reason says that both answers fail', async () => {
    const { training } = await readLlmfao(0);
    expect(training.map(({ expected }) => expected)).toEqual(['a', 'b', 'both_bad', 'a', 'b', 'both_bad', 'a']);
    expect(training.every(({ explanation }) => (explanation ?? '').length > 20)).toBe(true);
  });
});

describe.skipIf(!existsSync(shared))('what ships of LLMFAO (skipped: ../shared/arena-data is not here)', () => {
  it('is what was published', async () => {
    const [shipped, published] = await Promise.all([readLlmfao(0), readLlmfao(0, shared)]);
    expect(shipped.votes).toEqual(published.votes);
    expect(shipped.questions).toEqual(published.questions);
    expect(shipped.training).toEqual(published.training);
    const sorted = (answers: typeof shipped.answers) => answers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(shipped.answers)).toEqual(sorted(published.answers));
  });
});
