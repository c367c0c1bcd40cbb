import { type Kysely, Migrator } from 'kysely';
import { UserError } from '@understudy/core';
import { migrations } from './migrations/index.js';
import type { RefuseChanges } from './refuse-changes.js';
import type { Tables } from './tables.js';

/** How a database is brought to the present version. */
export interface MigrateOptions {
  readonly location: string;
  readonly refuseChanges: RefuseChanges;
  /** Told before an older database is changed: with many samples that takes a while. */
  readonly onUpgrade?: (() => void) | undefined;
  /** Ends it with its reason; the database is left as it was. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the database to the present version. Throws `UserError`: `database-newer` when a newer Understudy made it, `database-in-use` while
 * an older one is working on a run.
 */
export async function migrate(
  db: Kysely<Tables>,
  { location, refuseChanges, onUpgrade, signal }: MigrateOptions,
): Promise<void> {
  const all = { ...migrations(refuseChanges, signal) };
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(all) } });
  if (onUpgrade !== undefined && (await isOlder(migrator))) onUpgrade();
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

/** Whether a database is there already, and lacks something. */
async function isOlder(migrator: Migrator): Promise<boolean> {
  const states = await migrator.getMigrations();
  const executed = states.filter(({ executedAt }) => executedAt !== undefined).length;
  return executed > 0 && executed < states.length;
}
