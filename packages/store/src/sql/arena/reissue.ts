import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.js';
import type { AssignmentsTable } from './arena-tables.js';

/** What is new about an assignment that is given again. */
export interface Reissue {
  readonly assignmentId: string;
  readonly tokenHash: string;
  readonly expiresAt: number;
}

/** Gives the same pair again with the same sides, and the conversation so far with it. */
export async function reissue(
  transaction: Transaction<Tables>,
  assignment: Selectable<AssignmentsTable>,
  again: Reissue & { readonly issuedAt: number },
): Promise<void> {
  await transaction
    .insertInto('assignments')
    .values({
      ...assignment,
      id: again.assignmentId,
      token_hash: again.tokenHash,
      state: 'open',
      issued_at: again.issuedAt,
      expires_at: again.expiresAt,
    })
    .execute();
  const turns = await transaction
    .selectFrom('conversation_turns')
    .selectAll()
    .where('assignment_id', '=', assignment.id)
    .execute();
  if (turns.length === 0) return;
  await transaction
    .insertInto('conversation_turns')
    .values(turns.map((turn) => ({ ...turn, assignment_id: again.assignmentId })))
    .execute();
}
