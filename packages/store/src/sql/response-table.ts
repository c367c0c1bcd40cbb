import type { Kysely } from 'kysely';
import type { CacheEntry, CachedResponse, ResponseKey } from '../cached-response.js';
import { inChunks } from './in-chunks.js';
import { responseToRow, rowToResponse } from './response-row.js';
import type { Tables } from './tables.js';

const ROWS_PER_INSERT = 500;
const KEYS_PER_SELECT = 1_000;

/** Adds responses; a key that is there already keeps its response. Texts that the database would change are left out. */
export async function insertResponses(
  db: Kysely<Tables>,
  entries: readonly CacheEntry[],
  keepsText: (text: string) => boolean,
): Promise<void> {
  for (const chunk of inChunks(entries, ROWS_PER_INSERT)) {
    const rows = chunk.map((entry) => responseToRow(entry, keepsText)).filter((row) => row !== undefined);
    if (rows.length === 0) continue;
    await db
      .insertInto('responses')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}

/** The responses that are there, by key. */
export async function selectResponses(
  db: Kysely<Tables>,
  keys: readonly ResponseKey[],
): Promise<ReadonlyMap<ResponseKey, CachedResponse>> {
  const found = new Map<ResponseKey, CachedResponse>();
  for (const chunk of inChunks(keys, KEYS_PER_SELECT)) {
    const rows = await db
      .selectFrom('responses')
      .selectAll()
      .where(
        'key',
        'in',
        chunk.map((key) => Buffer.from(key, 'hex')),
      )
      .execute();
    for (const row of rows) found.set(Buffer.from(row.key).toString('hex'), rowToResponse(row));
  }
  return found;
}
