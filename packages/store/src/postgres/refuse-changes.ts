import { sql } from 'kysely';
import type { RefuseChanges } from '../sql/refuse-changes.js';

/** Triggers that abort the statement; `truncate`, which does not look at rows, has one of its own. */
export const refusePostgresChanges: RefuseChanges = async (db, table) => {
  await sql`create or replace function understudy_refuse_change() returns trigger language plpgsql as $body$
    begin raise exception 'rows of % are written once', tg_table_name; end $body$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_no_change`)} before update or delete on ${sql.table(table)}
    for each row execute function understudy_refuse_change()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate on ${sql.table(table)}
    for each statement execute function understudy_refuse_change()`.execute(db);
};
