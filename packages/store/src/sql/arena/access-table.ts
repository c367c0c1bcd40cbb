import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AccessKey, Role, Session } from '../../arena/access.js';
import type { Tables } from '../tables.js';
import type { AccessKeysTable } from './arena-tables.js';

/** Adds a key. */
export async function createKey(db: Kysely<Tables>, key: AccessKey): Promise<void> {
  await db
    .insertInto('access_keys')
    .values({
      id: key.id,
      hash: key.hash,
      role: key.role,
      annotator_id: key.annotatorId,
      label: key.label,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      revoked_at: key.revokedAt,
    })
    .execute();
}

/** By the hash of its secret; also a revoked or expired one. */
export async function findKey(db: Kysely<Tables>, hash: string): Promise<AccessKey | undefined> {
  const row = await db.selectFrom('access_keys').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row && rowToKey(row);
}

/** In the order they were made. */
export async function listKeys(db: Kysely<Tables>): Promise<readonly AccessKey[]> {
  const rows = await db.selectFrom('access_keys').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(rowToKey);
}

/** Revokes a key and ends its sessions; a revoked one stays revoked since when it was. */
export async function revokeKey(transaction: Transaction<Tables>, id: string, at: number): Promise<void> {
  await transaction
    .updateTable('access_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  await transaction.deleteFrom('sessions').where('key_id', '=', id).execute();
}

/** Adds a session, and sweeps out those that had expired by the time it began. */
export async function createSession(transaction: Transaction<Tables>, session: Session): Promise<void> {
  await transaction.deleteFrom('sessions').where('expires_at', '<=', session.createdAt).execute();
  await transaction
    .insertInto('sessions')
    .values({
      hash: session.hash,
      key_id: session.keyId,
      role: session.role,
      annotator_id: session.annotatorId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** A session that has not expired at the time `now`, and its key neither expired nor revoked. */
export async function findSession(db: Kysely<Tables>, hash: string, now: number): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .leftJoin('access_keys', 'access_keys.id', 'sessions.key_id')
    .selectAll('sessions')
    .where('sessions.hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .where('access_keys.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('access_keys.expires_at', 'is', null), eb('access_keys.expires_at', '>', now)]))
    .executeTakeFirst();
  return (
    row && {
      hash: row.hash,
      keyId: row.key_id,
      role: row.role as Role,
      annotatorId: row.annotator_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }
  );
}

/** Ends a session. */
export async function deleteSession(db: Kysely<Tables>, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute();
}

function rowToKey(row: Selectable<AccessKeysTable>): AccessKey {
  return {
    id: row.id,
    hash: row.hash,
    // Only `createKey` writes the column.
    role: row.role as Role,
    annotatorId: row.annotator_id,
    label: row.label,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
