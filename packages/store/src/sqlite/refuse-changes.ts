import { sql } from 'kysely';
import type { RefuseChanges } from '../sql/refuse-changes.js';

/** Triggers that abort the statement. */
export const refuseSqliteChanges: RefuseChanges = async (db, table) => {
  for (const action of ['update', 'delete'] as const) {
    await sql`create trigger ${sql.ref(`${table}_no_${action}`)} before ${sql.raw(action)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`rows of ${table} are written once`)}); end`.execute(db);
  }
};
