import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@understudy/store';
import { findPostgres, makeRun, startPostgres } from '@understudy/store/testing';
import { expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const postgres = findPostgres();

test.skipIf(postgres === undefined)('UNDERSTUDY_DATABASE_URL moves the runs to PostgreSQL', async () => {
  await using server = await startPostgres(postgres ?? '');
  await server.execute('postgres', 'create database understudy');
  const url = server.url('understudy');
  const store = await openStore({ url });
  const { id } = await store.createRun(makeRun());
  await store[Symbol.asyncDispose]();
  const { code, stdout } = await runCli(['runs', 'ls'], { home, environment: { UNDERSTUDY_DATABASE_URL: url } });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(id) });
  expect(existsSync(join(home, 'understudy.db'))).toBe(false);
});

test('a database that cannot be reached is said, without its password', async () => {
  const environment = { UNDERSTUDY_DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:1/understudy' };
  const { code, stderr } = await runCli(['runs', 'ls'], { home, environment });
  expect(code).toBe(1);
  expect(stderr).toMatch(/postgres:\/\/me@127\.0\.0\.1:1\/understudy: no PostgreSQL server answers there/);
  expect(stderr).toMatch(/UNDERSTUDY_DATABASE_URL/);
  expect(stderr).not.toMatch(/s3cret|\n\s+at /);
});
