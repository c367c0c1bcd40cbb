import { BattleTableBuilder, writeBattles, type BattleTable } from '@understudy/arena';
import type { Sample } from '@understudy/store';
import { makeSample } from '@understudy/store/testing';
import { describe, expect, it } from 'vitest';
import { makeKey, MODELS, testArena, type TestArena } from '../testing/arena-fixture.js';
import { Browser } from '../testing/browser.js';
import { HeldJobs } from '../testing/held-jobs.js';
import { explained } from '../api/runs/explained.js';
import { HERE } from './compute.js';
import { ComputeWorker } from './compute-worker.js';

/** Votes of three judges on pairs of x, y and z. */
function votes(): BattleTable {
  const builder = new BattleTableBuilder(['judge', 'question_id']);
  const pairs = [
    ['x', 'y'],
    ['y', 'z'],
    ['z', 'x'],
  ] as const;
  for (let n = 0; n < 60; n += 1) {
    const [first, second] = pairs[n % 3] ?? pairs[0];
    const values = [`judge ${n % 4}`, `q${n % 5}`];
    builder.add({ first, second, outcome: n % 7 < 4 ? 0 : n % 7 < 6 ? 1 : 2, values, time: n });
  }
  return builder.build();
}

const table = votes();
const input = { table, ties: 'half' } as const;

async function admin(arena: TestArena): Promise<Browser> {
  const browser = new Browser(arena.app);
  await browser.signIn(await makeKey(arena, 'admin'));
  return browser;
}

/** A sample with a generated text. */
const sampleOf = (text: string): Sample => ({
  ...makeSample(0),
  requests: [{ kind: 'generate', context: 'Q', genKwargs: {} }],
  responses: [{ kind: 'generate', text }],
  outcomes: [{ filter: 'last', metrics: {}, filteredResponses: ['x'] }],
});

/** Imports the votes as a study. */
async function imported(browser: Browser): Promise<string> {
  const text = [...writeBattles(table, 'jsonl')].join('');
  const { status, body } = await browser.post('/api/import', { format: 'battles', title: 'Imported', text });
  expect(status).toBe(200);
  return String(body['studyId']);
}

async function openStudy(browser: Browser): Promise<string> {
  const design = { votesPerItem: 2, items: null, overlap: 1, goldEvery: 0, seed: 7 };
  const study = { title: 'A study', mode: 'study', questionSetId: 'small', versionIds: MODELS, design };
  const made = await browser.post('/api/studies', { ...study, completionCode: null });
  expect(made.status).toBe(200);
  const id = String(made.body['id']);
  expect((await browser.post(`/api/studies/${id}/open`)).status).toBe(200);
  return id;
}

async function vote(browser: Browser, studyId: string): Promise<number> {
  const { body } = await browser.post('/api/assignments/next', { studyId });
  const { id, token } = body['assignment'] as { id: string; token: string };
  return (await browser.post(`/api/assignments/${id}/vote`, { token, outcome: 'a' })).status;
}

describe('while a result is being computed', () => {
  it('votes are answered', async () => {
    await using held = new HeldJobs();
    await using arena = await testArena({ compute: held.compute });
    const browser = await admin(arena);
    const studyId = await openStudy(browser);
    const study = await imported(browser);
    const events: string[] = [];
    const ratings = browser.get(`/api/ratings?study=${study}`).then((answer) => {
      events.push('ratings');
      return answer;
    });
    expect(await held.next()).toBe('ratings');
    expect(await vote(browser, studyId)).toBe(200);
    events.push('vote');
    held.go();
    expect(await held.next()).toBe('eloOrder');
    held.go();
    expect(await ratings).toMatchObject({ status: 200, body: { votes: 60 } });
    expect(events).toEqual(['vote', 'ratings']);
  });

  it('those who have gone are dropped, but not what one of them still waits for', async () => {
    await using held = new HeldJobs();
    await using arena = await testArena({ compute: held.compute });
    const browser = await admin(arena);
    await imported(browser);
    const first = browser.get('/api/heatmap');
    expect(await held.next()).toBe('heatMaps');
    const gone = [new AbortController(), new AbortController(), new AbortController()];
    const asked = ['/api/leverage', '/api/leverage', '/api/agreement'].map((path, at) =>
      browser.send(path, { signal: gone[at]?.signal ?? null }),
    );
    const stays = browser.get('/api/agreement');
    // Once this one is answered all before it wait.
    await browser.get('/api/session');
    for (const one of gone) one.abort();
    held.go();
    expect((await first).status).toBe(200);
    expect(await held.next()).toBe('agreement');
    held.go();
    expect((await stays).status).toBe(200);
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(arena.errors).toEqual([]);
  });
});

describe('a thread that breaks down', () => {
  it('is an error of its result alone, and is started anew', async () => {
    const errors: unknown[] = [];
    await using held = new HeldJobs({ onError: (error) => errors.push(error) });
    await using arena = await testArena({ compute: held.compute });
    const browser = await admin(arena);
    await imported(browser);
    const broken = browser.get('/api/heatmap');
    expect(await held.next()).toBe('heatMaps');
    const other = browser.get('/api/agreement');
    held.break();
    expect(await broken).toMatchObject({ status: 500, body: { error: { code: 'compute-failed' } } });
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(/heatMaps.*exit code 7/) })]);
    expect(await held.next()).toBe('agreement');
    held.go();
    expect((await other).status).toBe(200);
    const again = browser.get('/api/heatmap');
    expect(await held.next()).toBe('heatMaps');
    held.go();
    expect((await again).status).toBe(200);
  });

  it('that cannot start is an error of each job', async () => {
    const errors: unknown[] = [];
    const entry = new URL('nowhere.js', import.meta.url);
    await using compute = new ComputeWorker({ entry, onError: (error) => errors.push(error) });
    for (let n = 0; n < 2; n += 1) {
      await expect(compute.run('leverage', input)).rejects.toMatchObject({ details: { code: 'compute-failed' } });
    }
    expect(String(errors[0])).toContain('nowhere.js');
  });
});

describe('a worker', () => {
  const entry = new URL('../../dist/compute/worker.js', import.meta.url);

  it('gives what the same job gives here', async () => {
    await using compute = new ComputeWorker({ entry });
    expect(await compute.run('anomalies', table)).toEqual(await HERE.run('anomalies', table));
    expect(await compute.run('heatMaps', input)).toEqual(await HERE.run('heatMaps', input));
    expect(await compute.run('leverage', input)).toEqual(await HERE.run('leverage', input));
    const sets = { first: table, second: undefined };
    expect(await compute.run('agreement', sets)).toEqual(await HERE.run('agreement', sets));
  });

  it('raises the errors of a job, and goes on', async () => {
    await using compute = new ComputeWorker({ entry });
    const settings = { method: 'bradley-terry', ties: 'half', bootstrap: 0, seed: 0, k: 16 } as const;
    const wrong = { table, ...settings, cluster: undefined, features: undefined, anchor: { model: 'w', rating: 1 } };
    const here = await HERE.run('ratings', wrong).catch((error: unknown) => error);
    expect(here).toMatchObject({ party: 'user', hint: expect.any(String) });
    await expect(compute.run('ratings', wrong)).rejects.toEqual(here);
    expect(await compute.run('ratings', { ...wrong, anchor: undefined })).toMatchObject({ rated: { votes: 60 } });
  });

  it('gives up a sample whose filters do not come to an end, explains it without them, and goes on', async () => {
    await using compute = new ComputeWorker({ entry, limitsMs: { explainSample: 500 } });
    const filters = [{ name: 'last', filter: [{ function: 'regex', regex_pattern: '(a+)+$' }] }];
    const config = { task: 't', output_type: 'generate_until', filter_list: filters };
    const endless = { sample: sampleOf(`${'a'.repeat(60)}b`), config };
    await expect(compute.run('explainSample', endless)).rejects.toMatchObject({
      details: { code: 'compute-too-long' },
    });
    const { signal } = new AbortController();
    const [last] = (await explained(compute, endless, signal)).filters;
    expect(last).toMatchObject({
      filter: 'last',
      steps: [],
      result: ['x'],
      problem: expect.stringContaining('too long'),
    });
    const usual = await explained(compute, { sample: sampleOf('aaa'), config }, signal);
    expect(usual.filters[0]).toMatchObject({ steps: [{ outputs: [['aaa']] }], problem: undefined });
    expect(await compute.run('anomalies', table)).toEqual(await HERE.run('anomalies', table));
  });

  it('refuses more jobs than may wait, and those that wait when the server stops', async () => {
    await using held = new HeldJobs({ waiting: 1 });
    const { compute } = held;
    const doing = compute.run('leverage', input).catch((error: unknown) => error);
    expect(await held.next()).toBe('leverage');
    const waiting = compute.run('leverage', input).catch((error: unknown) => error);
    await expect(compute.run('leverage', input)).rejects.toMatchObject({
      details: { status: 503, code: 'compute-busy', retryAfterMs: expect.any(Number) },
    });
    await compute[Symbol.asyncDispose]();
    const stopped = { details: { status: 503, code: 'server-stopping' } };
    expect([await doing, await waiting]).toMatchObject([stopped, stopped]);
    await expect(compute.run('leverage', input)).rejects.toMatchObject(stopped);
  });
});
