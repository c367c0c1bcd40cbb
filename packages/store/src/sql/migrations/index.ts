import type { Migration } from 'kysely';
import { runs } from './001-runs.js';

/** All migrations by name, in order. A released one never changes: a new one follows it. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-runs': runs,
};
