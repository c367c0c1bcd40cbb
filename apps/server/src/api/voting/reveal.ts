import type { z } from '@hono/zod-openapi';
import { newId } from '../../access/secret.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';
import { ownVote } from './own-vote.js';
import type { RevealBody } from './schema.js';
import { toSides } from './sides.js';
import { undoUntil } from './undo-window.js';

type Reveal = z.infer<typeof RevealBody>;

async function named(versionId: string, { models }: Services): Promise<Reveal['a']> {
  const model = await models.find(versionId);
  const { name = versionId, organisation = null, licence = null } = model ?? {};
  return { id: versionId, name, organisation, licence };
}

function undone(): ApiError {
  return new ApiError({ status: 409, code: 'vote-undone', message: 'This vote was taken back; vote again first.' });
}

/**
 * Shows the names, once the vote is final: after the time to take it back, or at once for somebody who goes on to the next. A vote that was
 * taken back never shows them, for its pair is voted on again.
 */
export async function revealVote(
  id: string,
  { isNext, caller }: { readonly isNext: boolean; readonly caller: Caller },
  services: Services,
): Promise<Reveal> {
  const { store, now } = services;
  const { vote, events, given, annotatorId } = await ownVote(id, caller, services);
  if (events.some(({ kind }) => kind === 'undo')) throw undone();
  const at = now();
  const waitMs = undoUntil(vote) - at;
  const isRevealed = events.some(({ kind }) => kind === 'reveal');
  if (!isRevealed && waitMs > 0 && !isNext) {
    throw new ApiError({
      status: 409,
      code: 'vote-not-final',
      message: 'The names are shown once the vote can no longer be taken back.',
      retryAfterMs: waitMs,
    });
  }
  // Written before the names are sent, so that an undo which comes at the same time finds the vote final.
  if (!isRevealed) {
    await store.addVoteEvent({
      id: newId(),
      voteId: id,
      kind: 'reveal',
      rule: null,
      reason: null,
      author: annotatorId,
      at,
    });
  }
  const { firstVersionId, secondVersionId, swapped } = given.assignment;
  const [first, second] = await Promise.all([named(firstVersionId, services), named(secondVersionId, services)]);
  return { ...toSides({ swapped, first, second }), outcome: vote.outcome, reasons: vote.reasons };
}
