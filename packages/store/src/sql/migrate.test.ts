import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArenaStore } from '../open-arena-store.js';
import { openStore } from '../open-store.js';
import { collect } from '../testing/collect.js';
import {
  makeAnswer,
  makeJudgement,
  makeModel,
  makeQuestion,
  makeSnapshot,
  makeStudy,
  makeVote,
  MODELS,
} from '../testing/make-arena.js';
import { makeRun, makeSample, makeTask } from '../testing/make-run.js';
import { NOON } from '../testing/store-place.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes the database of version 001. */
function fill(path: string): Database.Database {
  const database = new Database(path);
  database.exec(readFileSync(new URL('../fixtures/version-001.sql', import.meta.url), 'utf8'));
  return database;
}

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
  // What later versions keep beside the samples is there for those of before, too.
  expect((await store.progressOf(runId)).tasks).toEqual([{ task: 'arc_easy', expected: 40, stored: 2, failed: 0 }]);
  const byMargin = { column: 'margin', direction: 'descending' } as const;
  const page = await store.browseSamples({ runId, task: 'arc_easy', sort: byMargin });
  expect(page.rows.map((row) => row.values)).toEqual([
    { 'acc,none': 1, 'acc_norm,none': 1, margin: 0.25 },
    { 'acc,none': 0, 'acc_norm,none': 1, margin: -1.25 },
  ]);
  expect(await store.staleResults()).toEqual([{ runId, task: 'arc_easy' }]);
  const responses = await store.lookupResponses(['1'.repeat(64), '2'.repeat(64)]);
  expect([...responses.values()].map((response) => response.kind)).toEqual(['score', 'generate']);
});

it('tells of an older database before it changes it, and of no other', async () => {
  const path = join(folder, 'understudy.db');
  const told: string[] = [];
  await using fresh = await openStore({ path: join(folder, 'new.db'), onUpgrade: () => told.push('new') });
  expect(await fresh.listRuns()).toEqual([]);
  fill(path);
  await using older = await openStore({ path, onUpgrade: () => told.push('older') });
  await using present = await openStore({ path, onUpgrade: () => told.push('present') });
  expect(await older.listRuns()).toEqual(await present.listRuns());
  expect(told).toEqual(['older']);
});

it('leaves an older database as it was when it is interrupted, and goes on the next time', async () => {
  const path = join(folder, 'understudy.db');
  fill(path).close();
  const interrupts = new AbortController();
  const reason = new Error('Ctrl-C');
  const opening = openStore({ path, onUpgrade: () => interrupts.abort(reason), signal: interrupts.signal });
  await expect(opening).rejects.toBe(reason);
  const database = new Database(path);
  const names = database.prepare(
    "select name from sqlite_master where name in ('run_tasks', 'votes', 'sample_chunks')",
  );
  expect(names.all()).toEqual([{ name: 'run_tasks' }]);
  database.close();
  await using store = await openStore({ path });
  expect(await store.listRuns()).toHaveLength(1);
});

it('leaves a database alone while a process of an older version works on a run in it', async () => {
  const path = join(folder, 'understudy.db');
  const database = fill(path);
  const own = database.prepare(
    "update runs set status = 'running', owner = 'x', owner_host = ?, owner_pid = ?, heartbeat_at = ?",
  );
  own.run(hostname(), process.pid, Date.now());
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'database-in-use', party: 'user' });
  const tables = () => database.prepare("select name from sqlite_master where name = 'sample_chunks'").all();
  expect(tables()).toEqual([]);
  // It was killed.
  own.run(hostname(), process.pid, Date.now() - 61_000);
  await using store = await openStore({ path });
  expect(await store.listRuns()).toMatchObject([{ status: 'interrupted' }]);
  expect(tables()).toHaveLength(1);
  database.close();
});

it('reads a database of version 002-arena', async () => {
  const path = join(folder, 'understudy.db');
  const database = new Database(path);
  database.exec(readFileSync(new URL('../fixtures/version-002.sql', import.meta.url), 'utf8'));
  database.close();

  await using arena = await openArenaStore({ path, now: () => NOON });
  expect(await arena.listModels()).toEqual(MODELS.map((id) => makeModel(id)));
  expect(await arena.questions('fifty')).toEqual([0, 1, 2, 3].map((number) => makeQuestion(number)));
  expect(await collect(arena.answers({ versionId: 'koala' }))).toEqual([0, 1, 2, 3].map((n) => makeAnswer('koala', n)));
  expect(await arena.getStudy('study')).toEqual(makeStudy({ openedAt: NOON }));
  expect((await arena.studyItems('study')).map((one) => [one.votes, one.outstanding])).toEqual([
    [1, 0],
    [0, 1],
    [0, 0],
    [0, 0],
  ]);
  const votes = await collect(arena.votes({ withInvalid: true }));
  expect(votes.map(({ seq, annotatorId, outcome, valid, turn }) => [seq, annotatorId, outcome, valid, turn])).toEqual([
    [1, 'ann', 'a', true, null],
    [2, 'bob', 'both_bad', false, null],
    [3, 'cleo', 'tie', true, 1],
  ]);
  expect((await arena.castVote(makeVote('bob', 'b2'))).vote.seq).toBe(4);
  expect(await collect(arena.judgements())).toEqual([
    makeJudgement(0),
    makeJudgement(1, { secondAnswerId: null, verdict: null, score: 8 }),
  ]);
  expect(await arena.getSnapshot('s1')).toEqual(makeSnapshot('s1'));
  expect(await arena.findSession('cookie', NOON)).toMatchObject({ keyId: 'k1', annotatorId: 'ann' });
  expect((await arena.audit({ limit: 9 })).map((entry) => entry.action)).toEqual(['study-open']);
});
