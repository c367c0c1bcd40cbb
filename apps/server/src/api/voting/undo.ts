import { hashSecret, newId, newSecret } from '../../access/secret.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import { assignmentBody } from './assignment-body.js';
import { ASSIGNMENT_MS } from './next.js';
import { ownVote } from './own-vote.js';
import type { AssignmentBody } from './schema.js';
import { undoUntil } from './undo-window.js';

function isFinal(): ApiError {
  return new ApiError({
    status: 409,
    code: 'vote-final',
    message: 'The vote is final: the time to take it back is over, or the names were shown.',
  });
}

/** Takes a vote back and gives the same pair again, with the same sides, under a new token. */
export async function undoVote(id: string, caller: Caller, services: Services): Promise<AssignmentBody> {
  const { store, now, conversations } = services;
  const { vote, annotatorId, given } = await ownVote(id, caller, services);
  const at = now();
  if (at >= undoUntil(vote)) throw isFinal();
  const token = newSecret();
  const again = { assignmentId: newId(), tokenHash: hashSecret(token), expiresAt: at + ASSIGNMENT_MS };
  const event = { id: newId(), voteId: id, kind: 'undo', rule: null, reason: null, author: annotatorId, at } as const;
  await store.addVoteEvent(event, again);
  const reissued = await store.getAssignment(again.assignmentId);
  if (reissued === undefined) throw ApiError.notFound('assignment');
  if (given.item === null) {
    conversations.start(reissued.assignment, again.tokenHash, await store.turns(again.assignmentId));
  }
  return assignmentBody(reissued, token, services);
}
