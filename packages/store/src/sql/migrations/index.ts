import type { Migration } from 'kysely';
import type { RefuseChanges } from '../refuse-changes.js';
import { runs } from './001-runs.js';
import { arena } from './002-arena.js';
import { results } from './003-results.js';

/**
 * All migrations by name, in order. A released one never changes: a new one follows it. One that takes long ends with the reason of `signal`,
 * and is undone.
 */
export const migrations = (
  refuseChanges: RefuseChanges,
  signal: AbortSignal | undefined,
): Readonly<Record<string, Migration>> => ({
  '001-runs': runs,
  '002-arena': arena(refuseChanges),
  '003-results': results(signal),
});
