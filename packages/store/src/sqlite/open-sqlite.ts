import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { UserError } from '@understudy/core';
import type { Tables } from '../sql/tables.js';
import { keepStatements } from './kept-statements.js';
import { ImmediateSqliteDialect } from './sqlite-dialect.js';

/** How long a writer waits for another process's transaction; a batch takes milliseconds. */
const BUSY_TIMEOUT_MS = 15_000;

/**
 * What outlives what. `process`: a commit outlives the end of the process, however it ends, and the file stays whole (without the last
 * commits) when power fails. `power`: a commit outlives that too, for a write to the disk each time.
 */
export type Durability = 'process' | 'power';

const SYNCHRONOUS: Readonly<Record<Durability, string>> = { process: 'NORMAL', power: 'FULL' };

/** Opens a SQLite file, or memory for `:memory:`. WAL lets readers and one writer work side by side. */
export async function openSqlite(path: string, durability: Durability): Promise<Kysely<Tables>> {
  const { default: Database } = await import('better-sqlite3');
  if (path !== ':memory:') await makeFolder(dirname(path));
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${SYNCHRONOUS[durability]}`);
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: keepStatements(database) }) });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError({
      code: 'database-unopenable',
      message: `Could not make the folder ${folder} for the database: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check the rights and the free space there, or set UNDERSTUDY_HOME to another folder.',
      values: { folder },
      cause: error,
    });
  }
}
