import type { z } from '@hono/zod-openapi';
import { DEFAULT_PAIR_POLICY, samplePair, type PairVotes } from '@understudy/arena';
import type { ArenaStore, Assignment, Study } from '@understudy/store';
import { hashSecret, newId, newSecret } from '../../access/secret.js';
import { CONVERSATION_MS } from '../../free/free-limits.js';
import { ApiError } from '../../http/api-error.js';
import { withTurns } from '../../results/with-turns.js';
import type { Services } from '../../services.js';
import { personalProgress } from '../studies/progress.js';
import { assignmentBody } from '../voting/assignment-body.js';
import type { NextBody } from '../voting/schema.js';

/** What the votes of a free study say of each pair so far. */
async function pairVotes(studyId: string, store: ArenaStore): Promise<readonly PairVotes[]> {
  const pairs = new Map<string, { a: string; b: string; aWins: number; bWins: number; ties: number }>();
  for await (const { firstVersionId: a, secondVersionId: b, outcome } of withTurns(store.votes({ studyId }))) {
    if (outcome === 'skip') continue;
    const key = JSON.stringify([a, b]);
    const pair = pairs.get(key) ?? { a, b, aWins: 0, bWins: 0, ties: 0 };
    pairs.set(key, pair);
    if (outcome === 'a') pair.aWins += 1;
    else if (outcome === 'b') pair.bWins += 1;
    else pair.ties += 1;
  }
  return [...pairs.values()];
}

/** Draws two models for somebody's own questions. */
export async function nextConversation(
  study: Study,
  annotatorId: string,
  services: Services,
): Promise<z.infer<typeof NextBody>> {
  const { store, now, conversations } = services;
  const versionIds = study.versionIds.filter((id) => conversations.versionIds.includes(id));
  if (versionIds.length < 2) {
    throw new ApiError({
      status: 409,
      code: 'models-not-open',
      message: 'Fewer than two models of this study are open on this server.',
      hint: 'Start the server with --model for each of them.',
    });
  }
  const drawn = samplePair({ versionIds, votes: await pairVotes(study.id, store), policy: DEFAULT_PAIR_POLICY });
  const at = now();
  const token = newSecret();
  const tokenHash = hashSecret(token);
  const times = { issuedAt: at, expiresAt: at + CONVERSATION_MS };
  const assignment: Assignment = { id: newId(), studyId: study.id, itemNumber: null, annotatorId, ...drawn, ...times };
  await store.issueFree(assignment, tokenHash);
  conversations.start(assignment, tokenHash);
  return {
    assignment: await assignmentBody({ assignment, item: null }, token, services),
    progress: await personalProgress({ study, items: null }, annotatorId, services),
    completionCode: null,
  };
}
