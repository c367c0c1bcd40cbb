import { PGlite } from '@electric-sql/pglite';
import { openPostgresDatabase } from '../postgres/postgres-database.js';
import { postgresPool } from '../postgres/postgres-pool.js';
import type { OpenedDatabase } from '../sql/opened-database.js';
import { pglitePool } from './pglite-pool.js';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js';

/** Empty PostgreSQL databases for tests. */
export interface PostgresPlaces extends AsyncDisposable {
  /** What they are of, to be shown. */
  readonly name: string;
  /** The server; undefined: PGlite, which has one connection and no other processes. */
  readonly server: PostgresServer | undefined;
  place(): PostgresPlace;
}

/** A new database; each `open` opens the same one. */
export interface PostgresPlace {
  /** Its URL; empty for PGlite. */
  readonly address: string;
  open(): Promise<OpenedDatabase>;
}

/** A real server where one is installed; PGlite elsewhere, or where UNDERSTUDY_TEST_PGLITE is set. Says which. */
export async function postgresPlaces(): Promise<PostgresPlaces> {
  const binaries = process.env['UNDERSTUDY_TEST_PGLITE'] === undefined ? findPostgres() : undefined;
  const places = binaries === undefined ? await pglitePlaces() : await serverPlaces(binaries);
  process.stdout.write(`PostgreSQL for these tests: ${places.name}\n`);
  return places;
}

/** Databases that are there at a time: more than a test has. */
const KEPT = 8;

async function serverPlaces(binaries: string): Promise<PostgresPlaces> {
  const server = await startPostgres(binaries);
  await server.execute('postgres', 'create database migrated');
  await (await openPostgresDatabase(await postgresPool(server.url('migrated')), 'migrated')).db.destroy();
  // Since version 15 there are two ways to copy; this one does not write all of it into the log as well.
  const strategy = Number(/\d+/.exec(server.version)) >= 15 ? 'strategy file_copy' : '';
  let count = 0;
  const make = () => {
    const number = (count += 1);
    const name = `place_${number}`;
    const made = server.execute(
      'postgres',
      `create database ${name} template migrated ${strategy}`,
      // A database has 300 files of 8 MB: hundreds of them keep the disk of a small machine busy for minutes.
      ...(number > KEPT ? [`drop database place_${number - KEPT} with (force)`] : []),
    );
    // Whoever opens it is told.
    made.catch(() => {});
    return { name, made };
  };
  // Always one ahead: a test runs while the next one's database is made.
  let next = make();
  const place = () => {
    const { name, made } = next;
    next = make();
    const address = server.url(name);
    const open = async (): Promise<OpenedDatabase> => {
      await made;
      return openPostgresDatabase(await postgresPool(address), name);
    };
    return { address, open };
  };
  return {
    name: `${server.version}, a server of their own`,
    server,
    place,
    async [Symbol.asyncDispose]() {
      await next.made.catch(() => {});
      await server[Symbol.asyncDispose]();
    },
  };
}

async function pglitePlaces(): Promise<PostgresPlaces> {
  const INT8 = 20;
  const database = await PGlite.create({ parsers: { [INT8]: Number } });
  const pool = pglitePool(database);
  const place = () => {
    const emptied = database.exec('drop schema public cascade; create schema public');
    const open = async (): Promise<OpenedDatabase> => {
      await emptied;
      return openPostgresDatabase(pool, 'pglite');
    };
    return { address: '', open };
  };
  return {
    name: 'PGlite in this process; no PostgreSQL server is installed, so connections are not tested',
    server: undefined,
    place,
    [Symbol.asyncDispose]: () => database.close(),
  };
}
