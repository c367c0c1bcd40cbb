import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** A database of Understudy, brought to the present version. */
export interface OpenedDatabase {
  readonly db: Kysely<Tables>;
  /** To be shown: a path, or an address without its password. */
  readonly location: string;
  /** Whether a text comes back as it was stored; PostgreSQL has no place for U+0000. */
  readonly keepsText: (text: string) => boolean;
  /** Turns the database's own error into one of ours; any other comes back as it is. */
  readonly translateError: (error: unknown) => unknown;
  /**
   * Runs `work` in a transaction. Where the database may break off a transaction for another's sake, it is run again, so `work` must be
   * without effects of its own.
   */
  readonly transact: <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;
}
