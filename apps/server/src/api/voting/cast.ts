import type { z } from '@hono/zod-openapi';
import { turnOutcome, type GivenAssignment, type Vote } from '@understudy/store';
import { requireAnnotator } from '../../access/require-annotator.js';
import { hashSecret, newId } from '../../access/secret.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import type { VoteBody, VoteRequest } from './schema.js';
import { undoUntil } from './undo-window.js';

/** What is said of a training item after the vote; nothing of any other. */
function feedbackOn(vote: Vote, { assignment, item }: GivenAssignment): z.infer<typeof VoteBody>['feedback'] {
  if (item?.kind !== 'training' || item.expected === null) return null;
  const expected = turnOutcome(item.expected, assignment.swapped);
  return { expected, explanation: item.explanation, agreed: vote.outcome === expected };
}

function nothingToVoteOn(): ApiError {
  return new ApiError({ status: 409, code: 'no-answers', message: 'There are no answers to vote on yet.' });
}

/** Casts a vote, once: the same token again gives the vote as it was first cast. */
export async function castVote(
  { id, request, caller }: { id: string; request: z.infer<typeof VoteRequest>; caller: Caller },
  { store, now, conversations }: Services,
): Promise<z.infer<typeof VoteBody>> {
  const { id: annotatorId } = requireAnnotator(caller);
  const { token, outcome, reasons, comment = null, dwellMs = null, uiVersion = null } = request;
  conversations.requireQuiet(id);
  const given = await store.getAssignment(id);
  if (given?.assignment.itemNumber === null && (await store.turns(id)).length === 0) throw nothingToVoteOn();
  const { vote, repeated } = await store.castVote({
    voteId: newId(),
    assignmentId: id,
    annotatorId,
    tokenHash: hashSecret(token),
    outcome,
    reasons,
    comment: comment === '' ? null : comment,
    dwellMs,
    uiVersion,
    now: now(),
  });
  conversations.end(id);
  const feedback = given === undefined ? null : feedbackOn(vote, given);
  return { voteId: vote.id, repeated, outcome: vote.outcome, undoUntil: undoUntil(vote), feedback };
}
