import { describe, expect, it } from 'vitest';
import { makeAnnotator, makeKey, MODELS, testArena, type TestArena } from '../testing/arena-fixture.js';
import { Browser } from '../testing/browser.js';
import { HeldJobs } from '../testing/held-jobs.js';

/** Three models, each pair 20 times on 10 questions by two judges: x beats y and z, y beats z, at 3 to 1. */
function battles(): string {
  const pairs = [
    ['x', 'y'],
    ['y', 'z'],
    ['x', 'z'],
  ];
  const lines = pairs.flatMap(([model_a, model_b]) =>
    Array.from({ length: 20 }, (_, n) => {
      const winner = n % 10 === 9 ? 'tie (bothbad)' : n % 4 === 0 ? 'model_b' : 'model_a';
      const judge = n < 10 ? 'ada' : 'ben';
      return JSON.stringify({ model_a, model_b, winner, judge, question_id: `q${n % 10}`, turn: 1, tstamp: n });
    }),
  );
  return `${lines.join('\n')}\n`;
}

async function imported(
  options: Parameters<typeof testArena>[0] = {},
): Promise<{ arena: TestArena; admin: Browser; study: string }> {
  const arena = await testArena(options);
  const admin = new Browser(arena.app);
  await admin.signIn(await makeKey(arena, 'admin'));
  const { status, body } = await admin.post('/api/import', { format: 'battles', title: 'Imported', text: battles() });
  expect([status, body]).toEqual([200, { studyId: expect.any(String), votes: 60, models: 3, isNew: true }]);
  return { arena, admin, study: String(body['studyId']) };
}

describe('imported votes', () => {
  it('are rated, with intervals, naive intervals, Elo and the share of bad answers', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const { status, body } = await admin.get(`/api/ratings?study=${study}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      method: 'bradley-terry',
      votes: 60,
      connected: true,
      gauge: 'mean 1000',
      prior: false,
    });
    const models = body['models'] as { model: string; rating: number; wins: number; losses: number; ties: number }[];
    expect(models.map(({ model, wins, losses, ties }) => [model, wins, losses, ties])).toEqual([
      ['x', 26, 10, 4],
      ['y', 18, 18, 4],
      ['z', 10, 26, 4],
    ]);
    // By symmetry y is in the middle, and x as far above as z is below.
    expect(models[1]?.rating).toBeCloseTo(1000, 6);
    expect((models[0]?.rating ?? 0) + (models[2]?.rating ?? 0)).toBeCloseTo(2000, 6);
    // Each pair of neighbours has (13 + 1)/20 of the points, hence about 400·log10(14/6) = 147 between them, less as x and z meet too.
    expect((models[0]?.rating ?? 0) - 1000).toBeGreaterThan(80);
    expect(models[0]).toMatchObject({
      unacceptable: { value: 0.1, count: 40 },
      naive: { lower: expect.any(Number), upper: expect.any(Number) },
      elo: { rating: expect.any(Number), orderDeviation: expect.any(Number) },
    });
  });

  it('are imported once under one title', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const again = await admin.post('/api/import', { format: 'battles', title: 'Imported', text: battles() });
    expect([again.status, again.body]).toEqual([200, { studyId: study, votes: 60, models: 3, isNew: false }]);
    expect((await admin.get(`/api/ratings?study=${study}`)).body['votes']).toBe(60);
    const other = await admin.post('/api/import', { format: 'battles', title: 'Another', text: battles() });
    expect(other.body).toMatchObject({ studyId: expect.not.stringMatching(study), isNew: true });
  });

  it('show by whom a pair was voted on, to admins by pseudonym and to viewers by id', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const path = `/api/pairs?study=${study}&first=x&second=y`;
    const annotators = async (browser: Browser): Promise<ReadonlySet<string>> =>
      new Set(((await browser.get(path)).body['votes'] as { annotator: string }[]).map(({ annotator }) => annotator));
    expect(await annotators(admin)).toEqual(new Set(['ada', 'ben']));
    const viewer = new Browser(arena.app);
    await viewer.signIn(await makeKey(arena, 'viewer'));
    expect(await annotators(viewer)).toEqual(new Set([`${study}/ada`, `${study}/ben`]));
  });

  it('know the aspects and languages of their questions', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    expect((await admin.get(`/api/vote-groups?study=${study}`)).body).toEqual({ aspects: [], languages: [] });
    const lines = ['small/0', 'small/1'].map((question_id) =>
      JSON.stringify({ model_a: MODELS[0], model_b: MODELS[1], winner: 'tie', question_id }),
    );
    const about = { format: 'battles', title: 'On known questions', text: `${lines.join('\n')}\n` };
    const { body } = await admin.post('/api/import', about);
    expect((await admin.get(`/api/vote-groups?study=${String(body['studyId'])}`)).body).toEqual({
      aspects: ['mathematics', 'writing'],
      languages: ['en'],
    });
  });

  it('are a closed study, in the list of an annotator too', async () => {
    const { arena, study } = await imported();
    await using _ = arena;
    const annotator = new Browser(arena.app);
    await annotator.signIn(await makeAnnotator(arena, 'cleo'));
    const { status, body } = await annotator.get('/api/studies');
    expect([status, body['studies']]).toEqual([
      200,
      [
        expect.objectContaining({
          id: study,
          mode: 'imported',
          status: 'closed',
          progress: { done: 60, wanted: null },
        }),
      ],
    ]);
    expect((await annotator.get(`/api/ratings?study=${study}`)).status).toBe(200);
  });

  it.each(['davidson', 'elo'])('are rated by %s too', async (method) => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const { status, body } = await admin.get(`/api/ratings?study=${study}&method=${method}`);
    expect([status, body['method']]).toEqual([200, method]);
    expect((body['models'] as { model: string }[]).map(({ model }) => model)).toEqual(['x', 'y', 'z']);
  });

  it('become heat maps that agree with the ratings about ties', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const map = async (kind: string) => (await admin.get(`/api/heatmap?study=${study}&kind=${kind}`)).body;
    const actual = await map('actual');
    expect((actual['models'] as { id: string }[]).map(({ id }) => id)).toEqual(['x', 'y', 'z']);
    // 13 wins and 2 ties of 20.
    expect(actual['cells']).toEqual([
      [null, 0.7, 0.7],
      [expect.closeTo(0.3, 9), null, 0.7],
      [expect.closeTo(0.3, 9), expect.closeTo(0.3, 9), null],
    ]);
    expect((await map('count'))['cells']).toEqual((await map('actual'))['n']);
    expect((await map('predicted'))['cells']).toMatchObject([[null, expect.any(Number), expect.any(Number)], {}, {}]);
    expect((await map('residual'))['goodnessOfFit']).toMatchObject({ degreesOfFreedom: 1 });
  });

  it('tell of leverage, agreement and non-inferiority', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const leverage = await admin.get(`/api/leverage?study=${study}`);
    expect(leverage.body).toMatchObject({ first: 'x', second: 'y', newFirst: 'y', votes: 60 });
    const agreement = await admin.get(`/api/agreement?study=${study}`);
    expect(agreement.body).toMatchObject({
      overall: { comparisons: 30, exact: { value: expect.any(Number), count: 30 } },
      raters: [
        { rater: 'ada', votes: 30 },
        { rater: 'ben', votes: 30 },
      ],
    });
    const claim = await admin.get(`/api/non-inferiority?study=${study}&candidate=x&reference=z`);
    expect(claim.body).toMatchObject({ overall: { votes: 20, questions: 10, share: 0.7, nonInferior: true } });
    const surer = await admin.get(`/api/non-inferiority?study=${study}&candidate=x&reference=z&confidence=0.999`);
    const lowerOf = ({ body }: typeof claim) => (body['overall'] as { lower: number }).lower;
    expect(lowerOf(surer)).toBeLessThan(lowerOf(claim));
    expect(await admin.get(`/api/non-inferiority?study=${study}&candidate=x&reference=w`)).toMatchObject({
      status: 404,
    });
    const reverse = await admin.get(`/api/non-inferiority?study=${study}&candidate=z&reference=x`);
    expect(reverse.body).toMatchObject({ overall: { share: expect.closeTo(0.3, 9), nonInferior: false } });
  });

  it('are exported as they came in', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const { text, headers } = await admin.get(`/api/export?study=${study}&format=battles`);
    expect(headers.get('content-disposition')).toContain('battles.jsonl');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(60);
    expect(rows[0]).toMatchObject({ model_a: 'x', model_b: 'y', winner: 'model_b', question_id: 'q0', turn: 1 });
    const again = await admin.post('/api/import', { format: 'battles', title: 'Again', text });
    const one = await admin.get(`/api/ratings?study=${study}`);
    const other = await admin.get(`/api/ratings?study=${String(again.body['studyId'])}`);
    const ratings = ({ body }: typeof one) => (body['models'] as { rating: number }[]).map(({ rating }) => rating);
    expect(ratings(other)).toEqual(ratings(one));
    const all = await admin.get(`/api/export?study=${study}&format=jsonl`);
    expect(
      new Set(
        all.text
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { voteId: string }).voteId),
      ).size,
    ).toBe(60);
  });

  it('with a wrong label are refused with their line', async () => {
    await using arena = await testArena();
    const admin = new Browser(arena.app);
    await admin.signIn(await makeKey(arena, 'admin'));
    const text = '{"model_a":"x","model_b":"y","winner":"model_a"}\n{"model_a":"x","model_b":"y","winner":"me"}\n';
    const { status, body } = await admin.post('/api/import', { format: 'battles', title: 'Bad', text });
    expect(status).toBe(422);
    expect(JSON.stringify(body.error)).toMatch(/battles\.jsonl.*2/);
  });

  it('that are invalidated count no more, and are restored', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const votes = async (): Promise<unknown> => (await admin.get(`/api/ratings?study=${study}`)).body['votes'];
    expect(await votes()).toBe(60);
    const { text } = await admin.get(`/api/export?study=${study}&format=jsonl`);
    const { voteId } = JSON.parse(text.split('\n')[0] ?? '') as { voteId: string };
    const event = (kind: string) => admin.post(`/api/votes/${voteId}/events`, { kind, reason: 'A test.' });
    expect((await event('invalidate')).status).toBe(200);
    expect(await votes()).toBe(59);
    expect((await event('restore')).status).toBe(200);
    expect(await votes()).toBe(60);
  });

  it('make snapshots that stay, and are compared', async () => {
    const { arena, admin, study } = await imported();
    await using _ = arena;
    const take = () => admin.post('/api/snapshots', { title: 'Then', query: { study } });
    const before = await take();
    const { text } = await admin.get(`/api/export?study=${study}&format=jsonl`);
    const { voteId } = JSON.parse(text.split('\n')[0] ?? '') as { voteId: string };
    await admin.post(`/api/votes/${voteId}/events`, { kind: 'invalidate', reason: 'A test.' });
    const after = await take();
    expect(before.body['inputHash']).not.toBe(after.body['inputHash']);
    const kept = await admin.get(`/api/snapshots/${String(before.body['id'])}`);
    expect(kept.body).toMatchObject({ snapshot: { votes: 60 }, table: { votes: 60 } });
    const diff = await admin.get(`/api/snapshots/${String(before.body['id'])}/diff/${String(after.body['id'])}`);
    expect(diff.body).toMatchObject({ before: { votes: 60 }, after: { votes: 59 } });
    expect((diff.body['models'] as { change: number }[]).some(({ change }) => change !== 0)).toBe(true);
  });

  it('make a snapshot whose table and hash are of the same votes, whatever happens to them meanwhile', async () => {
    await using held = new HeldJobs();
    const { arena, admin, study } = await imported({ compute: held.compute });
    await using _ = arena;
    const { text } = await admin.get(`/api/export?study=${study}&format=jsonl`);
    const { voteId } = JSON.parse(text.split('\n')[0] ?? '') as { voteId: string };
    const event = (kind: string) => admin.post(`/api/votes/${voteId}/events`, { kind, reason: 'A test.' });
    const take = () => admin.post('/api/snapshots', { title: 'Now', query: { study } });
    const during = take();
    expect(await held.next()).toBe('ratings');
    expect((await event('invalidate')).status).toBe(200);
    held.go();
    expect(await held.next()).toBe('eloOrder');
    held.go();
    expect((await during).body).toMatchObject({ votes: 60 });
    await event('restore');
    const later = take();
    expect(await held.next()).toBe('ratings');
    held.go();
    expect((await later).body).toMatchObject({ votes: 60, inputHash: (await during).body['inputHash'] });
  });
});

describe('results', () => {
  it('of a study that is open are hidden from annotators, those of files are not', async () => {
    const { arena, study } = await imported();
    await using _ = arena;
    const annotator = new Browser(arena.app);
    await annotator.signIn(await makeAnnotator(arena, 'ada'));
    expect((await annotator.get(`/api/ratings?study=${study}`)).status).toBe(200);
    expect((await annotator.get('/api/ratings')).status).toBe(403);
  });

  it('without votes are an empty table', async () => {
    await using arena = await testArena();
    const viewer = new Browser(arena.app);
    await viewer.signIn(await makeKey(arena, 'viewer'));
    expect((await viewer.get('/api/ratings')).body).toMatchObject({ votes: 0, models: [], notes: ['no-votes'] });
    expect((await viewer.get('/api/heatmap')).body).toMatchObject({ models: [], cells: [] });
    expect((await viewer.get('/api/leverage')).body).toMatchObject({ first: null });
    expect((await viewer.get('/api/agreement')).body).toMatchObject({ overall: { comparisons: 0 } });
  });

  it('say how many votes a wanted precision takes', async () => {
    await using arena = await testArena();
    const viewer = new Browser(arena.app);
    await viewer.signIn(await makeKey(arena, 'viewer'));
    const { body } = await viewer.get('/api/power?models=16&halfwidth=22&ties=0.2');
    // The specification's §3.4: 6,000 votes give 22.0.
    expect(body['votesNeeded']).toBeGreaterThan(5800);
    expect(body['votesNeeded']).toBeLessThan(6200);
  });
});
