import { type Kysely, Migrator } from 'kysely';
import { UserError } from '@understudy/core';
import { migrations } from './migrations/index.js';
import type { RefuseChanges } from './refuse-changes.js';
import type { Tables } from './tables.js';

/**
 * Brings the database to the present version. Throws `UserError` (`database-newer`) when a newer Understudy made it.
 */
export async function migrate(
  db: Kysely<Tables>,
  { location, refuseChanges }: { readonly location: string; readonly refuseChanges: RefuseChanges },
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations(refuseChanges) }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new UserError({
      code: 'database-newer',
      message: `Could not open the database ${location}: a newer version of Understudy made it.`,
      hint: 'Update Understudy, or point UNDERSTUDY_HOME to another folder (UNDERSTUDY_DATABASE_URL to another database).',
      values: { location },
      cause: error,
    });
  }
  throw error;
}
