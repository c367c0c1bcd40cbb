import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { UserError } from '@understudy/core';
import type { Tables } from '../sql/tables.js';
import { ImmediateSqliteDialect } from './sqlite-dialect.js';

/** How long a writer waits for another process's transaction; a batch takes milliseconds. */
const BUSY_TIMEOUT_MS = 15_000;

/**
 * Opens a SQLite file, or memory for `:memory:`. WAL lets readers and one writer work side by side; `synchronous=NORMAL`
 * keeps every committed batch when the process is killed, and the file whole (not the last batches) when power fails.
 */
export async function openSqlite(path: string): Promise<Kysely<Tables>> {
  const { default: Database } = await import('better-sqlite3');
  if (path !== ':memory:') await makeFolder(dirname(path));
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database }) });
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
