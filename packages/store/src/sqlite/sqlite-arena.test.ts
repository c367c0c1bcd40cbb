import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { openArenaStore } from '../open-arena-store.js';
import { openStore } from '../open-store.js';
import { describeArena } from '../testing/arena-contract.js';
import { fillWrittenOnce, WRITTEN_ONCE } from '../testing/fill-written-once.js';
import { makeRun } from '../testing/make-run.js';
import { describeArenaProcesses, type SharedArenaPlace } from '../testing/process-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-arena-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

const makePlace = (): SharedArenaPlace => {
  const path = join(folder, `${(count += 1)}`, 'understudy.db');
  return { address: path, open: (now = Date.now) => openArenaStore({ path, now }) };
};

describeArena('a SQLite file', makePlace);
describeArenaProcesses('a SQLite file', makePlace);

it('keeps an arena and runs in one file', async () => {
  const path = join(folder, 'both.db');
  await using store = await openStore({ path });
  await using arena = await openArenaStore({ path });
  await fillWrittenOnce(arena);
  const { id } = await store.createRun(makeRun());
  expect((await store.listRuns()).map((run) => run.id)).toEqual([id]);
  expect(await arena.listStudies()).toHaveLength(1);
});

it('has the database itself refuse to change or delete what is written once', async () => {
  const place = makePlace();
  await using arena = await place.open();
  await fillWrittenOnce(arena);
  using database = closing(new Database(place.address));
  for (const [table, column] of Object.entries(WRITTEN_ONCE)) {
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`]) {
      expect(() => database.connection.prepare(statement).run()).toThrow(`rows of ${table} are written once`);
    }
  }
});

it('writes each vote through to the disk before it is acknowledged', async () => {
  const { openSqlite } = await import('./open-sqlite.js');
  const { sql } = await import('kysely');
  const db = await openSqlite(makePlace().address, 'power');
  // 2 is FULL.
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  await db.destroy();
});

function closing(connection: Database.Database) {
  return { connection, [Symbol.dispose]: () => void connection.close() };
}
