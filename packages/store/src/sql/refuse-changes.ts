import type { Kysely } from 'kysely';

/** Makes the database refuse to change or delete a row of a table, whoever asks. Each database has its own words for that. */
export type RefuseChanges = (db: Kysely<unknown>, table: string) => Promise<void>;
