import type { Durability } from './sqlite/open-sqlite.js';

/** How a database is opened. */
export interface OpenDatabaseOptions {
  readonly durability: Durability;
  /** Told before an older database is brought to the present version. */
  readonly onUpgrade?: (() => void) | undefined;
  /** Ends that with its reason; the database is left as it was. */
  readonly signal?: AbortSignal | undefined;
}
