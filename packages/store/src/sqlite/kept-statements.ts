import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than the fixed statements of the store; lists of keys make any number of others. */
const MOST_KEPT = 256;

/**
 * A database that prepares each statement once and keeps those used last: preparing takes longer than most of our statements run. A
 * statement is never used twice at a time, because Kysely has one connection to a SQLite file and locks it.
 */
export function keepStatements(database: Database): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (text) => {
      const statement = kept.get(text) ?? database.prepare(text);
      // The last used stands last.
      kept.delete(text);
      kept.set(text, statement);
      const [oldest] = kept.size > MOST_KEPT ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      // better-sqlite3's statements have what Kysely asks for; its types want each parameter apart.
      return statement as unknown as SqliteStatement;
    },
  };
}
