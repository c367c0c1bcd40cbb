import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserError } from '@understudy/core';
import { openStore } from '../open-store.js';
import { SqlStore } from '../sql/sql-store.js';
import { makeRun, makeSample, makeTask } from '../testing/make-run.js';
import { openSqliteDatabase } from './open-sqlite-database.js';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-store-'));
  path = join(folder, 'understudy.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('says that the disk is full, keeps the batches before, and goes on once there is space', async () => {
  await (await openStore({ path }))[Symbol.asyncDispose]();
  const database = await openSqliteDatabase(path, { durability: 'process' });
  const { db } = database;
  await using store = new SqlStore(database, Date.now);
  const { id } = await store.createRun(makeRun());
  await store.addTask(id, makeTask());
  // SQLite itself answers SQLITE_FULL at this limit, as it does when the disk has no more space.
  await sql`pragma max_page_count = 30`.execute(db);
  const append = (docId: number): Promise<void> =>
    store.appendBatch({ runId: id, samples: [makeSample(docId)], responses: [] });
  let stored = 0;
  const error = await (async () => {
    for (; stored < 10_000; stored += 1) await append(stored);
  })().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'disk-full', hint: expect.stringContaining('goes on from there') });
  expect(await store.countSamples(id)).toEqual(new Map([['arc_easy', { stored, failed: 0 }]]));
  await sql`pragma max_page_count = 100000`.execute(db);
  await append(stored);
  expect((await store.storedDocuments(id, 'arc_easy')).size).toBe(stored + 1);
});

it('closes without an error of its own when nothing more can be written', async () => {
  await (await openStore({ path }))[Symbol.asyncDispose]();
  const database = await openSqliteDatabase(path, { durability: 'process' });
  const { db } = database;
  const store = new SqlStore(database, Date.now);
  const { id } = await store.createRun(makeRun());
  await sql`create trigger full before update on runs begin select raise(abort, 'full'); end`.execute(db);
  await expect(store.heartbeat(id)).rejects.toThrow('full');
  await store[Symbol.asyncDispose]();
  await expect(store.listRuns()).rejects.toThrow(/destroyed/);
});

it('refuses a file that is no database', async () => {
  writeFileSync(path, 'GGUF and nothing that SQLite knows '.repeat(100));
  await expect(openStore({ path })).rejects.toMatchObject({ party: 'user', code: 'database-foreign' });
});

it('refuses a database that a newer version made', async () => {
  await (await openStore({ path }))[Symbol.asyncDispose]();
  const database = new Database(path);
  database.prepare("insert into kysely_migration values ('999-future', '2030-01-01')").run();
  database.close();
  await expect(openStore({ path })).rejects.toMatchObject({ party: 'user', code: 'database-newer' });
});

it('says when the folder cannot be made', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore({ path: join(folder, 'file', 'understudy.db') })).rejects.toMatchObject({
    party: 'user',
    code: 'database-unopenable',
  });
});

it('says when the database is a folder', async () => {
  await expect(openStore({ path: folder })).rejects.toMatchObject({ party: 'user', code: 'database-unopenable' });
});
