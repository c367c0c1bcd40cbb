import { readCatalog } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { makeKey, testArena } from '../../testing/arena-fixture.js';
import { testBoard } from '../../testing/board-fixture.js';
import { OverviewBody } from './schema.js';

it('counts models, runs, samples, studies that are no drafts and their votes, and lists the newest runs', async () => {
  await using arena = await testArena({ leaderboard: () => Promise.resolve(testBoard({ models: 3, columns: 4 })) });
  const { runs } = arena;
  const key = await makeKey(arena, 'viewer');
  const admin = { Authorization: `Bearer ${await makeKey(arena, 'admin')}`, 'Content-Type': 'application/json' };
  const write = (path: string, json: object) =>
    arena.app.request(path, { method: 'POST', headers: admin, body: JSON.stringify(json) });
  const battles = '{"model_a": "oak", "model_b": "elm", "winner": "model_a"}\n'.repeat(3);
  await write('/api/import', { format: 'battles', title: 'Trees', text: battles });
  const versionIds = ['zephyrine-7b', 'obsidian-70b'];
  await write('/api/studies', { title: 'A draft', mode: 'study', questionSetId: 'small', versionIds });
  const run = { fingerprint: 'f', model: 'smollm2', identity: '0', source: 'understudy' } as const;
  const given = { engine: {}, settings: {}, command: {}, selection: {}, seed: 0, version: '0' };
  const first = await runs.createRun({ ...run, ...given, createdAt: 1000 });
  await runs.createRun({ ...run, ...given, fingerprint: 'g', model: 'gemma', createdAt: 2000 });
  const task = { task: 'arc_easy', version: '1.0', numFewshot: 0, documentsTotal: 10, documentsExpected: 10 };
  await runs.addTask(first.id, { ...task, higherIsBetter: {}, config: {} });
  const response = await arena.app.request('/api/overview', { headers: { Authorization: `Bearer ${key}` } });
  const body = OverviewBody.parse(await response.json());
  expect(body).toMatchObject({
    models: (await readCatalog()).cards.length,
    measured: 3,
    tasks: 4,
    runs: 2,
    samples: 0,
  });
  expect(body).toMatchObject({ studies: 1, votes: 3 });
  expect(body.newest.map(({ model, tasks }) => [model, tasks])).toEqual([
    ['gemma', []],
    ['smollm2', ['arc_easy']],
  ]);
});
