import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../arena/access.js';
import type { Tables } from '../tables.js';
import { takeNumbers } from './sequence.js';

/** Adds a line to the audit log. */
export async function appendAudit(transaction: Transaction<Tables>, entry: Omit<AuditEntry, 'seq'>): Promise<void> {
  const { at, actor, action, target, details } = entry;
  const seq = await takeNumbers(transaction, 'audit');
  await transaction.insertInto('audit_entries').values({ seq, at, actor, action, target, details }).execute();
}

/** The newest first. */
export async function selectAudit(
  db: Kysely<Tables>,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<readonly AuditEntry[]> {
  const query = db
    .selectFrom('audit_entries')
    .select(['seq', 'at', 'actor', 'action', 'target', 'details'])
    .orderBy('seq', 'desc')
    .limit(limit);
  return (before === undefined ? query : query.where('seq', '<', before)).execute();
}
