import type { Kysely, Selectable } from 'kysely';
import { UserError } from '@understudy/core';
import type { Snapshot } from '../../arena/snapshot.js';
import type { Tables } from '../tables.js';
import type { SnapshotsTable } from './arena-tables.js';

/** Adds a snapshot. Throws `UserError` (`snapshot-exists`). */
export async function createSnapshot(db: Kysely<Tables>, snapshot: Snapshot): Promise<void> {
  const row = {
    id: snapshot.id,
    title: snapshot.title,
    filter: snapshot.filter,
    method: snapshot.method,
    settings: snapshot.settings,
    input_hash: snapshot.inputHash,
    votes: snapshot.votes,
    content: snapshot.table,
    created_at: snapshot.createdAt,
  };
  const inserted = await db
    .insertInto('snapshots')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;
  throw new UserError({
    code: 'snapshot-exists',
    message: `There is already a snapshot ${snapshot.id}; a snapshot never changes.`,
    hint: 'Choose another id.',
    values: { snapshotId: snapshot.id },
  });
}

/** One snapshot; undefined when there is none. */
export async function getSnapshot(db: Kysely<Tables>, id: string): Promise<Snapshot | undefined> {
  const row = await db.selectFrom('snapshots').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...rowToHead(row), table: row.content };
}

/** The newest first, without their tables. */
export async function listSnapshots(db: Kysely<Tables>): Promise<readonly Omit<Snapshot, 'table'>[]> {
  const rows = await db
    .selectFrom('snapshots')
    .select(['id', 'title', 'filter', 'method', 'settings', 'input_hash', 'votes', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(rowToHead);
}

function rowToHead(row: Omit<Selectable<SnapshotsTable>, 'content'>): Omit<Snapshot, 'table'> {
  return {
    id: row.id,
    title: row.title,
    filter: row.filter,
    method: row.method,
    settings: row.settings,
    inputHash: row.input_hash,
    votes: row.votes,
    createdAt: row.created_at,
  };
}
