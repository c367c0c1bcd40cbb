import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../open-store.js';
import { collect } from '../testing/collect.js';
import { makeRun, makeSample, makeTask } from '../testing/make-run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads a database of version 001-runs', async () => {
  const path = join(folder, 'understudy.db');
  const database = new Database(path);
  database.exec(readFileSync(new URL('../fixtures/version-001.sql', import.meta.url), 'utf8'));
  database.close();

  await using store = await openStore({ path });
  const [run] = await store.listRuns();
  expect(run).toMatchObject({ ...makeRun(), status: 'finished', createdAt: Date.UTC(2026, 10, 25, 12) });
  expect(run?.sessions[0]?.counters?.nativeMs).toBe(7);
  const runId = run?.id ?? '';
  expect(await store.listTasks(runId)).toEqual([makeTask()]);
  expect(await collect(store.samples(runId, 'arc_easy'))).toEqual([makeSample(0), makeSample(1)]);
  const responses = await store.lookupResponses(['1'.repeat(64), '2'.repeat(64)]);
  expect([...responses.values()].map((response) => response.kind)).toEqual(['score', 'generate']);
});
