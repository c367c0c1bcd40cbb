import { readCatalog } from '@understudy/catalog';
import type { Sample } from '@understudy/store';
import { makeCounters, makeRun, makeTask } from '@understudy/store/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAnnotator, makeKey, testArena, type TestArena } from '../../testing/arena-fixture.js';
import { Browser } from '../../testing/browser.js';

/** A multiple-choice sample: the first of two choices is right, and the likelier one unless it is wrong. */
function sampleOf(docId: number, isRight: boolean): Sample {
  const hash = docId.toString(16).padStart(64, '0');
  return {
    task: 'colours',
    docId,
    failed: false,
    doc: JSON.stringify({ question: `What colour is ${docId}?` }),
    target: '0',
    requests: ['red', 'green'].map((text) => ({
      kind: 'loglikelihood',
      context: 'Q: the first\nA: red\n\nWhat colour?',
      continuation: ` ${text}`,
    })),
    responses: [
      {
        kind: 'loglikelihood',
        logProbability: isRight ? -1 - docId / 100 : Number.NEGATIVE_INFINITY,
        isGreedy: isRight,
      },
      { kind: 'loglikelihood', logProbability: -4, isGreedy: !isRight },
    ],
    outcomes: [{ filter: 'none', metrics: { acc: Number(isRight) }, filteredResponses: [] }],
    flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: docId === 0 ? 2 : 0 },
    hashes: { doc: hash, prompt: hash, target: hash },
  };
}

/** A run of twelve documents, the wrong ones being those whose number is a multiple of `wrong`. */
async function addRun({ runs }: TestArena, wrong: number, isFinished = true): Promise<string> {
  const roots = [{ kind: 'task', name: 'colours' }];
  const { id } = await runs.createRun(makeRun({ model: `wrong-at-${wrong}`, selection: { roots } }));
  const config = { task: 'colours', output_type: 'multiple_choice', num_fewshot: 1 };
  await runs.addTask(id, makeTask({ task: 'colours', documentsExpected: isFinished ? 12 : 24, numFewshot: 1, config }));
  const samples = Array.from({ length: 12 }, (_, docId) => sampleOf(docId, docId % wrong !== 0));
  await runs.appendBatch({ runId: id, samples, responses: [] });
  if (isFinished) await runs.finishRun(id, { status: 'finished', endedAt: Date.now(), elapsedMs: 5000 });
  return id;
}

async function viewerOf(arena: TestArena): Promise<Browser> {
  const browser = new Browser(arena.app);
  await browser.signIn(await makeKey(arena, 'viewer'));
  return browser;
}

describe('runs', () => {
  it('are for viewers and annotators, and for nobody without a key', async () => {
    await using arena = await testArena();
    await addRun(arena, 3);
    expect((await new Browser(arena.app).get('/api/runs')).status).toBe(401);
    expect((await (await viewerOf(arena)).get('/api/runs')).status).toBe(200);
    const annotator = new Browser(arena.app);
    await annotator.signIn(await makeAnnotator(arena, 'ada'));
    expect((await annotator.get('/api/runs')).status).toBe(200);
  });

  it('are shown by the name of the card that their model belongs to, and keep what it was called', async () => {
    await using arena = await testArena();
    const { cards } = await readCatalog();
    const card = cards.find(({ weights }) => weights.file !== null);
    const model = '/home/me/models/some.gguf';
    const { id } = await arena.runs.createRun(makeRun({ model, identity: card?.weights.file?.sha256 ?? '' }));
    const viewer = await viewerOf(arena);
    const named = { model, name: card?.name, cardId: card?.id };
    expect((await viewer.get('/api/runs')).body).toMatchObject({ runs: [named] });
    expect((await viewer.get(`/api/runs/${id}`)).body).toMatchObject({ run: named });
    for (const chosen of [model, card?.name ?? '']) {
      const { body } = await viewer.get(`/api/runs?model=${encodeURIComponent(chosen)}`);
      expect(body).toMatchObject({ total: 1, models: [card?.name] });
    }
    expect((await viewer.get('/api/overview')).body).toMatchObject({ newest: [named] });
  });

  it('say which tasks and groups they were asked for, and are found by those as by their tasks', async () => {
    await using arena = await testArena();
    const members = [{ kind: 'task', name: 'colours' }];
    const selection = { roots: [{ kind: 'group', name: 'senses', config: {}, members }] };
    const { id } = await arena.runs.createRun(makeRun({ selection }));
    await arena.runs.addTask(id, makeTask({ task: 'colours' }));
    const viewer = await viewerOf(arena);
    for (const task of ['senses', 'colours']) {
      const { body } = await viewer.get(`/api/runs?task=${task}`);
      expect(body).toMatchObject({ total: 1, runs: [{ asked: ['senses'], tasks: ['colours'] }] });
      expect(body).toMatchObject({ tasks: ['colours', 'senses'] });
    }
    expect((await viewer.get('/api/runs?task=smells')).body).toMatchObject({ total: 0 });
    expect((await viewer.get('/api/overview')).body).toMatchObject({ newest: [{ tasks: ['senses'] }] });
  });

  it('are listed page by page, and filtered', async () => {
    await using arena = await testArena();
    const ids = [];
    for (const wrong of [2, 3, 4]) {
      ids.unshift(await addRun(arena, wrong));
      arena.clock.now += 60_000;
    }
    const viewer = await viewerOf(arena);
    const list = async (query: string) => {
      const { body } = await viewer.get(`/api/runs${query}`);
      const { runs, total, hasMore } = body as unknown as { runs: { id: string }[]; total: number; hasMore: boolean };
      return { ids: runs.map(({ id }) => id), total, hasMore };
    };
    expect(await list('?limit=2')).toEqual({ ids: ids.slice(0, 2), total: 3, hasMore: true });
    expect(await list(`?limit=2&before=${ids[1]}`)).toEqual({ ids: ids.slice(2), total: 3, hasMore: false });
    expect(await list('?model=wrong-at-3')).toEqual({ ids: [ids[1]], total: 1, hasMore: false });
    expect(await list('?task=other')).toMatchObject({ total: 0 });
    expect(await list('?status=running')).toMatchObject({ total: 0 });
  });

  it('that go on show how far they are, and what they have come to so far', async () => {
    await using arena = await testArena();
    const id = await addRun(arena, 3, false);
    const viewer = await viewerOf(arena);
    const progress = await viewer.get(`/api/runs/${id}/progress`);
    expect(progress.body).toMatchObject({
      status: 'running',
      session: null,
      tasks: [{ task: 'colours', expected: 24, stored: 12, failed: 0 }],
    });
    await arena.runs.heartbeat(id, { elapsedMs: 5000, documents: 12, counters: makeCounters() });
    const told = await viewer.get(`/api/runs/${id}/progress`);
    expect(told.body).toMatchObject({ session: { elapsedMs: 5000, computedTokens: 900, generatedTokens: 0 } });
    const report = await viewer.get(`/api/runs/${id}/report`);
    expect(report.body).toMatchObject({
      rows: [
        { name: 'colours', metric: { metric: 'acc', value: 8 / 12, count: 12 }, samples: { expected: 24, scored: 12 } },
      ],
    });
    await arena.runs.appendBatch({ runId: id, samples: [sampleOf(12, true)], responses: [] });
    const later = await viewer.get(`/api/runs/${id}/report`);
    expect(later.body).toMatchObject({ rows: [{ metric: { value: 9 / 13, count: 13 } }] });
  });
});

describe('samples', () => {
  let arena: TestArena;
  let viewer: Browser;
  let path: string;
  beforeAll(async () => {
    arena = await testArena();
    viewer = await viewerOf(arena);
    path = `/api/runs/${await addRun(arena, 3)}/tasks/colours`;
    return () => arena[Symbol.asyncDispose]();
  });

  const documents = async (query: string): Promise<readonly number[]> => {
    const { body } = await viewer.get(`${path}/samples${query}`);
    return (body as unknown as { rows: { docId: number }[] }).rows.map(({ docId }) => docId);
  };

  it('are filtered and sorted by columns and marks', async () => {
    const { body } = await viewer.get(path);
    expect(body).toMatchObject({
      columns: [{ name: 'acc,none', isBinary: true, higherIsBetter: true }, { name: 'margin' }],
    });
    expect(await documents('?column=acc,none&least=0&largest=0')).toEqual([0, 3, 6, 9]);
    expect(await documents('?marks=cached')).toEqual([0]);
    expect(await documents('?sort=margin&limit=3')).toEqual([1, 2, 4]);
    expect(await documents('?sort=margin&direction=ascending&limit=2')).toEqual([0, 3]);
  });

  it('are paged forwards and backwards, each page with its place', async () => {
    const { body: first } = await viewer.get(`${path}/samples?limit=5`);
    expect(first).toMatchObject({ previous: null, next: '4', before: 0, total: 12 });
    const { body: second } = await viewer.get(`${path}/samples?limit=5&cursor=4`);
    expect(second).toMatchObject({ previous: '<5', next: '9', before: 5, total: 12 });
    expect((await viewer.get(`${path}/samples?limit=5&cursor=${encodeURIComponent('<5')}`)).body).toEqual(first);
  });

  it('are found among their neighbours', async () => {
    const query = '?column=acc,none&least=0&largest=0';
    const { body } = await viewer.get(`${path}/samples/6/neighbours${query}`);
    expect(body).toEqual({ position: 2, previous: 3, next: 9, total: 4 });
  });

  it('are shown whole, with infinities, and explained', async () => {
    const { body } = await viewer.get(`${path}/samples/3`);
    expect(body).toMatchObject({
      responses: [{ logProbability: '-Infinity' }, { logProbability: -4 }],
      explanation: {
        prompts: [{ questionStart: 21, isExact: false }],
        choices: { right: [0], rules: [{ metric: 'acc', chosen: 1, agrees: true }] },
        metrics: [{ metric: 'acc', value: 0, reason: { kind: 'choice', measure: 'sum', chosen: 1 } }],
      },
    });
  });

  it('that are not there are told as such, as are columns, cursors and marks that are none', async () => {
    const codes = async (end: string) => {
      const { status, body } = await viewer.get(`${path}${end}`);
      return [status, body.error?.code];
    };
    expect(await codes('/samples/99')).toEqual([404, 'sample-unknown']);
    expect(await codes('x')).toEqual([404, 'run-task-unknown']);
    expect(await codes('/samples?sort=beauty')).toEqual([404, 'sample-column-unknown']);
    expect(await codes('/samples?cursor=there')).toEqual([400, 'cursor-malformed']);
    expect(await codes('/samples?marks=fine')).toEqual([422, 'input-invalid']);
    const unknown = await viewer.get('/api/runs/2000');
    expect([unknown.status, unknown.body.error?.code]).toEqual([404, 'run-unknown']);
  });

  it('and results are saved in the shape of the reference harness', async () => {
    const lines = (await viewer.get(`${path}/samples.jsonl`)).text.trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ doc_id: 1, filter: 'none', acc: 1, target: '0' });
    const results = await viewer.get(`${path.replace('/tasks/colours', '')}/results.json`);
    expect(results.headers.get('content-disposition')).toMatch(/^attachment; filename="results_.*\.json"/);
    expect(results.body).toMatchObject({ results: { colours: { 'acc,none': 8 / 12 } }, 'n-shot': { colours: 1 } });
  });
});

describe('two runs', () => {
  it('are compared by document, with McNemar’s test', async () => {
    await using arena = await testArena();
    const [first, second] = [await addRun(arena, 3), await addRun(arena, 4)];
    const viewer = await viewerOf(arena);
    const query = `?first=${first}&second=${second}`;
    expect((await viewer.get(`/api/run-comparison${query}`)).body).toMatchObject({ tasks: ['colours'], settings: [] });
    const { body } = await viewer.get(`/api/run-comparison/task${query}&task=colours`);
    // Wrong: 0, 3, 6, 9 of the first, 0, 4, 8 of the second. Two against three: 2·(1 + 5 + 10)/32.
    expect(body).toMatchObject({
      matched: 12,
      promptsDiffering: 0,
      columns: [
        {
          name: 'acc,none',
          first: 8 / 12,
          second: 9 / 12,
          difference: { value: expect.closeTo(-1 / 12, 12), count: 12 },
          pValue: 1,
          binary: { both: 6, neither: 1, onlyFirst: 2, onlySecond: 3 },
        },
        { name: 'margin' },
      ],
    });
    const all = await viewer.get(`/api/run-comparison/tasks${query}`);
    const [main] = (body as unknown as { readonly columns: readonly unknown[] }).columns;
    expect(all.body).toEqual({
      tasks: [{ task: 'colours', settingsDiffering: 0, promptsDiffering: 0, column: main }],
    });
    const pairs = await viewer.get(
      `/api/run-comparison/pairs${query}&task=colours&column=acc,none&outcome=only-second`,
    );
    expect(pairs.body).toMatchObject({ total: 3, rows: [{ docId: 3 }, { docId: 6 }, { docId: 9 }] });
  });

  it('have their common tasks side by side, those marked that were set up differently', async () => {
    await using arena = await testArena();
    const [first, second] = [await addRun(arena, 3), await addRun(arena, 4)];
    await arena.runs.addTask(first, makeTask({ task: 'shapes', numFewshot: 1 }));
    await arena.runs.addTask(second, makeTask({ task: 'shapes', numFewshot: 2 }));
    await arena.runs.addTask(second, makeTask({ task: 'only here' }));
    const viewer = await viewerOf(arena);
    const { body } = await viewer.get(`/api/run-comparison/tasks?first=${first}&second=${second}`);
    expect(body).toMatchObject({
      tasks: [
        { task: 'colours', settingsDiffering: 0, column: { name: 'acc,none' } },
        { task: 'shapes', settingsDiffering: 1, column: null },
      ],
    });
  });
});
