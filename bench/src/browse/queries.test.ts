import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@understudy/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltDatabase, buildDatabase, TASK } from './build-database.js';
import { queriesOf } from './queries.js';
import { scanLines } from './scan-lines.js';

const SAMPLES = 600;

let folder = '';
let database: BuiltDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-browse-'));
  database = await buildDatabase({ path: join(folder, 'browse.db'), samples: SAMPLES, onProgress: () => {} });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('asks for what there is: every query answers, and outcomes of pairs add up', async () => {
  await using store = await openStore({ path: database.path });
  const found = new Map<string, number>();
  for (const { name, run } of queriesOf(database)) found.set(name, await run(store));
  expect(found.get('first 50')).toBe(SAMPLES);
  expect(found.get('progress')).toBe(SAMPLES);
  expect(found.get('mark failed')).toBe(1);
  const counts = ['both', 'neither', 'only-first', 'only-second'].map((outcome) => found.get(`pairs ${outcome}`) ?? 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(SAMPLES - 1);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  // Better than chance, and not perfect.
  const wrong = found.get('filter acc = 0') ?? 0;
  expect(wrong).toBeGreaterThan(SAMPLES / 4);
  expect(wrong).toBeLessThan((3 * SAMPLES) / 4);
});

it('finds in the reference harness’s file the rows that the store finds', async () => {
  const { lines, first } = await scanLines(database);
  await using store = await openStore({ path: database.path });
  const right = { column: 'acc,none', least: 1 };
  const { rows } = await store.browseSamples({
    runId: database.runIds[0],
    task: TASK,
    range: right,
    sort: { column: 'margin', direction: 'ascending' },
    limit: 5,
  });
  // The best minus the second best is the margin of a right answer.
  const scanned = first.filter((document) => rows.some((row) => row.docId === document));
  // The one that failed is not exported.
  expect(lines).toBe(SAMPLES - 1);
  expect(scanned).toEqual(rows.map((row) => row.docId));
});
