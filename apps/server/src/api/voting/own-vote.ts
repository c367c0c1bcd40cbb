import type { GivenAssignment, Vote, VoteEvent } from '@understudy/store';
import { requireAnnotator } from '../../access/require-annotator.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';
import type { Caller } from '../api-env.js';

/** A vote of the person who asks, with what was voted on. */
export interface OwnVote {
  readonly vote: Vote;
  readonly events: readonly VoteEvent[];
  readonly given: GivenAssignment;
  readonly annotatorId: string;
}

/** Throws `ApiError` 404 for a vote that is not there as for another person's, so that nothing can be learnt of those. */
export async function ownVote(id: string, caller: Caller, { store }: Services): Promise<OwnVote> {
  const { id: annotatorId } = requireAnnotator(caller);
  const found = await store.getVote(id);
  const given = found && (await store.getAssignment(found.vote.assignmentId));
  if (found === undefined || given === undefined || given.assignment.annotatorId !== annotatorId) {
    throw ApiError.notFound('vote');
  }
  return { ...found, given, annotatorId };
}
