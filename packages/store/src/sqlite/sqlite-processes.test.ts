import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../open-store.js';
import { collect } from '../testing/collect.js';
import { makeRun, makeSample, makeTask } from '../testing/make-run.js';
import { startProgram } from '../testing/start-program.js';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-store-'));
  path = join(folder, 'understudy.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps every committed batch, whole, when the writing process is killed', async () => {
  const { child, exited, lines } = startProgram('append-batches', [path, '100000']);
  let runId = '';
  let last = -1;
  for await (const line of lines) {
    if (runId === '') runId = line;
    else last = Number(line);
    if (last === 20) child.kill('SIGKILL');
  }
  await exited;
  const database = new Database(path);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();

  await using store = await openStore({ path });
  const ids = (await collect(store.scores(runId, 'arc_easy'))).map((score) => score.docId);
  expect(ids.length).toBeGreaterThanOrEqual((last + 1) * 10);
  expect(ids).toEqual(Array.from({ length: Math.floor(ids.length / 10) * 10 }, (_, index) => index));
  // What is kept beside the samples is of the same batches.
  expect((await store.progressOf(runId)).tasks).toMatchObject([{ stored: ids.length, failed: 0 }]);
  const query = { runId, task: 'arc_easy', limit: 1 };
  const byMargin = await store.browseSamples({ ...query, sort: { column: 'margin', direction: 'ascending' } });
  // Of the even documents the wrong answer is the further ahead, the larger their number.
  expect(byMargin).toMatchObject({ total: ids.length, rows: [{ docId: ids.length - 2 }] });
  const counts = (await store.sampleColumns(runId, 'arc_easy')).map((column) => column.count);
  expect(counts).toEqual([ids.length, ids.length, ids.length]);
  expect(await store.findResumable(makeRun().fingerprint)).toMatchObject({ id: runId, status: 'interrupted' });
  expect(await store.resumeRun(runId)).toMatchObject({ status: 'running' });
});

it('lets two processes create the database and write to it at once', async () => {
  const writers = [startProgram('append-batches', [path, '30']), startProgram('append-batches', [path, '30'])];
  const runIds = await Promise.all(writers.map(async ({ lines }) => (await collect(lines))[0] ?? ''));
  expect(await Promise.all(writers.map(({ exited }) => exited))).toEqual([
    [0, null],
    [0, null],
  ]);
  await using store = await openStore({ path });
  for (const runId of runIds) {
    expect(await store.countSamples(runId)).toEqual(new Map([['arc_easy', { stored: 300, failed: 0 }]]));
  }
});

it('reads 100,000 scores and 30,000 whole samples in a process whose heap holds 40 MB', async () => {
  const { id } = await fillWithCopies(100_000);
  const { exited, lines } = startProgram('read-samples', [path, id, '69999'], ['--max-old-space-size=40']);
  expect(await collect(lines)).toEqual(['30000 100000']);
  expect(await exited).toEqual([0, null]);
});

/** A run with `count` copies of one sample, multiplied inside the database because that is quick. */
async function fillWithCopies(count: number) {
  await using store = await openStore({ path });
  const run = await store.createRun(makeRun());
  await store.addTask(run.id, makeTask());
  await store.appendBatch({ runId: run.id, samples: [makeSample(0)], responses: [] });
  const database = new Database(path);
  const columns = database.pragma('table_info(samples)') as readonly { readonly name: string }[];
  const copied = columns.map(({ name }) => (name === 'doc_id' ? 'n' : name)).join(', ');
  database.exec(`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count - 1})
    insert into samples select ${copied} from samples, numbers`);
  database.close();
  return run;
}
