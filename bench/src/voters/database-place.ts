import { join } from 'node:path';
import { findPostgres, startPostgres } from '@understudy/store/testing';

/** Where the bench's votes are kept. */
export interface DatabasePlace extends AsyncDisposable {
  readonly name: string;
  /** As the store opens it. */
  readonly place: { readonly path: string } | { readonly url: string };
  /** As the server is told; undefined: its own place. */
  readonly option: string | undefined;
}

/** A new database: SQLite in the server's home folder, or a PostgreSQL server of its own. Undefined where none is installed. */
export async function databasePlace(kind: 'sqlite' | 'postgres', home: string): Promise<DatabasePlace | undefined> {
  if (kind === 'sqlite') {
    const place = { path: join(home, 'understudy.db') };
    return { name: 'SQLite', place, option: undefined, [Symbol.asyncDispose]: async () => {} };
  }
  const binaries = findPostgres();
  if (binaries === undefined) return undefined;
  const server = await startPostgres(binaries);
  await server.execute('postgres', 'create database voters');
  const url = server.url('voters');
  return {
    name: server.version,
    place: { url },
    option: url,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
