import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { storable } from '../postgres/storable.js';

/** A pool of one connection, which is all that PGlite (PostgreSQL in this process, as WebAssembly) has; `end` leaves it running. */
export function pglitePool(database: PGlite): PostgresPool {
  let last: Promise<unknown> = Promise.resolve();
  const connect = () =>
    new Promise<PostgresPoolClient>((give) => {
      last = last.then(
        () => new Promise<void>((release) => give({ query: query(database), release: () => release() })),
      );
    });
  return { connect, end: async () => {} };
}

function query(database: PGlite): PostgresPoolClient['query'] {
  const run = async (text: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await database.query(text, parameters.map(storable));
    // Kysely takes the number of changed rows only where the command is one that changes some, and a commit's name never.
    return { command: commandOf(text), rowCount: affectedRows ?? 0, rows };
  };
  return run as unknown as PostgresPoolClient['query'];
}

function commandOf(text: string): string {
  const [word = ''] = text.trimStart().split(/\s/, 1);
  return word.toUpperCase();
}
