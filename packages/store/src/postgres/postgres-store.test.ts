import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openArenaStore } from '../open-arena-store.js';
import { openStore } from '../open-store.js';
import { SqlArenaStore } from '../sql/arena/sql-arena-store.js';
import { SqlStore } from '../sql/sql-store.js';
import { describeArena } from '../testing/arena-contract.js';
import type { ArenaPlace } from '../testing/arena-place.js';
import { collect } from '../testing/collect.js';
import { fillWrittenOnce, WRITTEN_ONCE } from '../testing/fill-written-once.js';
import { fillArena, makeJudge, makeJudgement, makeNext, makeVote, openArena } from '../testing/make-arena.js';
import { freePort } from '../testing/free-port.js';
import { makeRun } from '../testing/make-run.js';
import { describeSharedStore } from '../testing/owner-contract.js';
import { postgresPlaces } from '../testing/postgres-places.js';
import { describeArenaProcesses } from '../testing/process-contract.js';
import { startProgram } from '../testing/start-program.js';
import { describeStore } from '../testing/store-contract.js';
import type { StorePlace } from '../testing/store-place.js';

const places = await postgresPlaces();
afterAll(() => places[Symbol.asyncDispose]());
const { server } = places;

const makePlace = (): StorePlace => {
  const place = places.place();
  return { open: async (now = Date.now) => new SqlStore(await place.open(), now) };
};

const makeArenaPlace = (): ArenaPlace & { readonly address: string } => {
  const place = places.place();
  return { address: place.address, open: async (now = Date.now) => new SqlArenaStore(await place.open(), now) };
};

describeStore('PostgreSQL', makePlace);
describeSharedStore('PostgreSQL', makePlace);
describeArena('PostgreSQL', makeArenaPlace);
if (server !== undefined) describeArenaProcesses('PostgreSQL', makeArenaPlace);

it('has the database itself refuse to change or delete what is written once', async () => {
  const { db, ...database } = await places.place().open();
  await using arena = new SqlArenaStore({ db, ...database }, Date.now);
  await fillWrittenOnce(arena);
  for (const [table, column] of Object.entries(WRITTEN_ONCE)) {
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/are written once/);
    }
  }
});

it('stores a model’s text with U+0000, which PostgreSQL’s text cannot hold', async () => {
  await using arena = await makeArenaPlace().open();
  await fillArena(arena);
  await arena.putJudge(makeJudge());
  await arena.appendJudgements([makeJudgement(0, { raw: 'A\u0000B' })]);
  expect((await collect(arena.judgements()))[0]?.raw).toBe('A\uFFFDB');
});

describe.skipIf(server === undefined)('a PostgreSQL server', () => {
  it('is brought to the present version once by four processes that start at once', async () => {
    await server?.execute('postgres', 'create database fresh');
    const url = server?.url('fresh') ?? '';
    const openers = Array.from({ length: 4 }, () => startProgram('append-batches', [url, '3']));
    const runIds = await Promise.all(openers.map(async ({ lines }) => (await collect(lines))[0]));
    expect(await Promise.all(openers.map(({ exited }) => exited))).toEqual(openers.map(() => [0, null]));
    await using store = await openStore({ url });
    expect((await store.listRuns()).map((run) => run.id).sort()).toEqual(runIds.sort());
  });

  it('takes one of fifty votes with the same token over two pools of connections', async () => {
    const place = makeArenaPlace();
    await using one = await place.open();
    await using two = await place.open();
    await openArena(one);
    await one.nextItem(makeNext('ann', 'a1'));
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? one : two).castVote(makeVote('ann', 'a1', { voteId: `try-${index}` })),
      ),
    );
    expect(results.filter((result) => !result.repeated)).toHaveLength(1);
    expect(await collect(two.votes())).toHaveLength(1);
  });

  it('says what is wrong when it cannot be used, and never the password', async () => {
    const port = server?.port ?? 0;
    const attempts: Readonly<Record<string, string>> = {
      'database-unreachable': `postgres://tests:s3cret@127.0.0.1:${await freePort()}/understudy`,
      'database-login': `postgres://guarded:s3cret@127.0.0.1:${port}/postgres?password=s3cret`,
      'database-missing': `postgres://tests:s3cret@127.0.0.1:${port}/nowhere`,
      'database-permission': `postgres://stranger:s3cret@127.0.0.1:${port}/postgres`,
      'database-tls': `postgres://tests:s3cret@127.0.0.1:${port}/postgres?sslmode=verify-full`,
      'database-url': 'https://tests:s3cret@127.0.0.1/understudy',
    };
    for (const [code, url] of Object.entries(attempts)) {
      const error: unknown = await openArenaStore({ url }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ party: 'user', code, hint: expect.stringMatching(/./) });
      expect(JSON.stringify(error) + String(error) + JSON.stringify((error as Error).cause)).not.toContain('s3cret');
    }
  });

  it('shows where it is without the password', async () => {
    await server?.execute('postgres', 'create database guarded owner guarded');
    const url = server?.url('guarded', 'guarded:right') ?? '';
    await using store = await openStore({ url: `${url}?application_name=right` });
    expect(store.location).toBe(server?.url('guarded', 'guarded'));
    expect(await store.listRuns()).toEqual([]);
  });

  it('says that the connection was lost, keeps what was acknowledged, and connects again', async () => {
    const database = await places.place().open();
    await using store = new SqlStore(database, Date.now);
    const { id } = await store.createRun(makeRun());
    const end = sql`select pg_terminate_backend(pg_backend_pid())`;
    const error = await database.transact((transaction) => end.execute(transaction)).catch(database.translateError);
    expect(error).toMatchObject({ party: 'user', code: 'database-lost' });
    expect(await store.getRun(id)).toMatchObject({ id });
  });

  it('runs a transaction again that was broken off for another’s sake', async () => {
    const { db, transact } = await places.place().open();
    let attempts = 0;
    const done = await transact(async (transaction) => {
      attempts += 1;
      if (attempts < 3)
        await sql`do $body$ begin raise exception 'x' using errcode = '40P01'; end $body$`.execute(transaction);
      return 'done';
    });
    expect([done, attempts]).toEqual(['done', 3]);
    await db.destroy();
  });

  it('says that the disk is full', async () => {
    const { db, ...database } = await places.place().open();
    await using arena = new SqlArenaStore({ db, ...database }, Date.now);
    await openArena(arena);
    // With the code that PostgreSQL gives when a file cannot grow.
    await sql`create function full_disk() returns trigger language plpgsql as
      $body$ begin raise exception 'could not extend file' using errcode = '53100'; end $body$`.execute(db);
    await sql`create trigger full_disk before insert on assignments for each row execute function full_disk()`.execute(
      db,
    );
    await expect(arena.nextItem(makeNext('ann', 'a1'))).rejects.toMatchObject({ party: 'user', code: 'disk-full' });
  });
});
