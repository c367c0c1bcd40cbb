import { describe, expect, it } from 'vitest';
import { makeAnnotator, makeKey, MODELS, testArena, type TestArena } from '../../testing/arena-fixture.js';
import { collect } from '../../testing/collect.js';
import { Browser } from '../../testing/browser.js';
import type { AssignmentBody } from './schema.js';

const design = { votesPerItem: 2, items: null, overlap: 1, goldEvery: 0, seed: 7 };

async function openStudy(arena: TestArena, change: object = {}, known: object = {}): Promise<string> {
  const admin = new Browser(arena.app);
  await admin.signIn(await makeKey(arena, 'admin'));
  const made = await admin.post('/api/studies', {
    title: 'A study',
    mode: 'study',
    questionSetId: 'small',
    versionIds: MODELS,
    design,
    completionCode: 'DONE-123',
    ...change,
  });
  expect(made.status).toBe(200);
  const id = String(made.body['id']);
  const opened = await admin.post(`/api/studies/${id}/open`, known);
  expect(opened.status).toBe(200);
  return id;
}

async function annotator(arena: TestArena, pseudonym = 'ada'): Promise<Browser> {
  const browser = new Browser(arena.app);
  const answer = await browser.signIn(await makeAnnotator(arena, pseudonym));
  expect(answer.body).toMatchObject({ role: 'annotator', annotator: { pseudonym } });
  return browser;
}

async function next(browser: Browser, studyId: string): Promise<AssignmentBody> {
  const { status, body } = await browser.post('/api/assignments/next', { studyId });
  expect(status).toBe(200);
  expect(body['assignment']).not.toBeNull();
  return body['assignment'] as AssignmentBody;
}

const vote = (browser: Browser, { id, token }: AssignmentBody, outcome = 'a', more: object = {}) =>
  browser.post(`/api/assignments/${id}/vote`, { token, outcome, ...more });

describe('a vote', () => {
  it('is cast, becomes final after ten seconds, and only then shows the names', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const given = await next(browser, studyId);
    const cast = await vote(browser, given, 'b', { reasons: ['clear'], comment: 'Well said.', dwellMs: 5000 });
    expect(cast.body).toMatchObject({ repeated: false, undoUntil: arena.clock.now + 10_000, feedback: null });
    const path = `/api/votes/${String(cast.body['voteId'])}/reveal`;

    arena.clock.now += 9_000;
    const early = await browser.get(path);
    expect([early.status, early.body.error]).toEqual([
      409,
      expect.objectContaining({ code: 'vote-not-final', retryAfterMs: 1000 }),
    ]);
    arena.clock.now += 1_000;
    const { status, body } = await browser.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'b', reasons: ['clear'], a: { licence: 'apache-2.0' } });
    const [stored] = await collect(arena.store.votes({ studyId }));
    const shown = [body['a'], body['b']].map(({ id }: { id: string }) => id);
    // B was preferred: the store counts it for the version that was shown as B.
    expect(stored?.outcome === 'a' ? stored.firstVersionId : stored?.secondVersionId).toBe(shown[1]);
  });

  it('shows the names at once to whoever gives up the undo, and cannot be undone then', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const { body } = await vote(browser, await next(browser, studyId));
    const path = `/api/votes/${String(body['voteId'])}`;
    expect((await browser.get(`${path}/reveal?next=1`)).status).toBe(200);
    const undo = await browser.post(`${path}/undo`);
    expect([undo.status, undo.body.error?.code]).toEqual([409, 'vote-final']);
    expect((await browser.post(`${path}/withdraw`)).status).toBe(200);
    expect(await collect(arena.store.votes({ studyId }))).toEqual([]);
  });

  it('is undone within ten seconds: the same pair comes again, and the old vote never shows the names', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const given = await next(browser, studyId);
    const { body } = await vote(browser, given);
    const undo = await browser.post(`/api/votes/${String(body['voteId'])}/undo`);
    const again = undo.body['assignment'] as AssignmentBody;
    expect(again).toMatchObject({ question: given.question, answers: given.answers });
    expect([again.id, again.token]).not.toEqual([given.id, given.token]);
    arena.clock.now += 60_000;
    const reveal = await browser.get(`/api/votes/${String(body['voteId'])}/reveal?next=1`);
    expect([reveal.status, reveal.body.error?.code]).toEqual([409, 'vote-undone']);
    expect((await vote(browser, again, 'tie')).body).toMatchObject({ repeated: false, outcome: 'tie' });
    expect(await collect(arena.store.votes({ studyId }))).toHaveLength(1);
  });

  it('cannot be undone after ten seconds', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const { body } = await vote(browser, await next(browser, studyId));
    arena.clock.now += 10_000;
    const undo = await browser.post(`/api/votes/${String(body['voteId'])}/undo`);
    expect([undo.status, undo.body.error?.code]).toEqual([409, 'vote-final']);
  });

  it('counts once, whatever the same token says later', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const given = await next(browser, studyId);
    const first = await vote(browser, given, 'a');
    const replies = await Promise.all([vote(browser, given, 'b'), vote(browser, given, 'tie'), vote(browser, given)]);
    for (const { status, body } of replies) {
      expect([status, body]).toEqual([200, { ...first.body, repeated: true }]);
    }
    expect(await collect(arena.store.votes({ studyId }))).toHaveLength(1);
  });

  it('is refused with another pair’s token, another person’s pair, or a token that was replaced', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const [ada, ben] = [await annotator(arena), await annotator(arena, 'ben')];
    const [adas, bens] = [await next(ada, studyId), await next(ben, studyId)];
    const replaced = await next(ada, studyId);
    expect(replaced.id).toBe(adas.id);
    const tries = [
      await vote(ada, adas),
      await vote(ada, { ...replaced, token: bens.token }),
      await vote(ben, replaced),
      await vote(ben, { ...bens, id: 'nothing-of-this-name' }),
    ];
    const codes = tries.map(({ status, body }) => [status, body.error?.code]);
    expect(codes).toEqual(tries.map(() => [403, 'vote-token']));
    expect(new Set(tries.map(({ text }) => text)).size).toBe(1);
    expect((await vote(ada, replaced)).status).toBe(200);
  });

  it('of another person can neither be revealed, undone nor withdrawn', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const [ada, eve] = [await annotator(arena), await annotator(arena, 'eve')];
    const { body } = await vote(ada, await next(ada, studyId));
    const path = `/api/votes/${String(body['voteId'])}`;
    arena.clock.now += 20_000;
    const tries = [
      await eve.get(`${path}/reveal`),
      await eve.post(`${path}/undo`),
      await eve.post(`${path}/withdraw`),
      await eve.post(`${path}/events`, { kind: 'invalidate', reason: 'I do not like it.' }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 403]);
    expect(eve.received.filter((text) => MODELS.some((name) => text.includes(name)))).toEqual([]);
  });
});

describe('a study', () => {
  it('gives every annotator every item once, and the completion code at the end only', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const seen = new Set<string>();
    // 3 pairs on 4 questions.
    for (let done = 0; done < 12; done++) {
      const { body } = await browser.post('/api/assignments/next', { studyId });
      expect(body).toMatchObject({ progress: { done, left: 12 - done }, completionCode: null });
      const given = body['assignment'] as AssignmentBody;
      seen.add(JSON.stringify([given.question, [given.answers?.a, given.answers?.b].map(String).sort()]));
      await vote(browser, given, done % 2 === 0 ? 'a' : 'skip');
    }
    expect(seen.size).toBe(12);
    const end = await browser.post('/api/assignments/next', { studyId });
    expect(end.body).toEqual({ assignment: null, progress: { done: 12, left: 0 }, completionCode: 'DONE-123' });
  });

  it('explains training items after the vote, in terms of the sides shown, and tells nothing of gold items', async () => {
    await using arena = await testArena();
    const item = { firstVersionId: MODELS[1], secondVersionId: MODELS[2], explanation: 'It is right.' };
    const studyId = await openStudy(
      arena,
      { design: { ...design, goldEvery: 1 } },
      {
        training: [{ ...item, questionId: 'small/0', expected: 'a' }],
        gold: [{ ...item, questionId: 'small/1', expected: 'b' }],
      },
    );
    const browser = await annotator(arena);
    const training = await next(browser, studyId);
    expect(training.kind).toBe('training');
    const rightSide = training.answers?.a[0]?.startsWith('Reply 1') === true ? 'a' : 'b';
    const { body } = await vote(browser, training, rightSide);
    expect(body['feedback']).toEqual({ expected: rightSide, explanation: 'It is right.', agreed: true });
    for (let done = 0; done < 4; done++) {
      const given = await next(browser, studyId);
      expect(given.kind).toBe('vote');
      expect((await vote(browser, given)).body['feedback']).toBeNull();
    }
    const gold = (await collect(arena.store.votes({ studyId }))).filter(({ kind }) => kind === 'gold');
    expect(gold).toHaveLength(1);
  });

  it('takes no votes when it is closed', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const given = await next(browser, studyId);
    await arena.store.closeStudy(studyId, arena.clock.now);
    const late = [await vote(browser, given), await browser.post('/api/assignments/next', { studyId })];
    expect(late.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [409, 'study-closed'],
      [409, 'study-closed'],
    ]);
  });
});

describe('before the vote', () => {
  it('nothing an annotator can ask for tells a model, its maker, a time or a count of tokens', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const browser = await annotator(arena);
    const given = await next(browser, studyId);
    const paths = [
      '/api/session',
      '/api/studies',
      `/api/studies/${studyId}`,
      `/api/studies/${studyId}/plan`,
      '/api/question-sets',
      '/api/question-sets/small',
      '/api/models',
      '/api/answers?question=small/0',
      '/api/annotators',
      '/api/keys',
      '/api/audit',
      '/api/judges',
      '/api/snapshots',
      `/api/ratings?study=${studyId}`,
      '/api/ratings',
      `/api/heatmap?study=${studyId}`,
      `/api/leverage?study=${studyId}`,
      `/api/agreement?study=${studyId}`,
      `/api/non-inferiority?study=${studyId}&candidate=x&reference=y`,
      `/api/pairs?study=${studyId}&first=x&second=y`,
      `/api/export?study=${studyId}&format=battles`,
      `/api/votes/${given.id}/reveal`,
      `/api/assignments/${given.id}/stream?turn=1`,
    ];
    for (const path of paths) await browser.get(path);
    const told = [
      'zephyrine',
      'kestrel',
      'obsidian',
      '4242',
      '987654',
      '0.0123',
      'firstVersion',
      'latency',
      'finishReason',
    ];
    const everything = browser.received.join('\n').toLowerCase();
    expect(told.filter((text) => everything.includes(text.toLowerCase()))).toEqual([]);
    // The mask shows that there was something to hide, in whichever order the items came.
    for (let left = true; left;) {
      const { body } = await browser.post('/api/assignments/next', { studyId });
      const item = body['assignment'] as AssignmentBody | null;
      left = item !== null;
      if (item !== null) await vote(browser, item);
    }
    expect(browser.received.join('\n')).toContain('▇');
  });
});
