import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, body, Done, IdParam } from '../json.js';
import {
  AssignmentBody,
  NextBody,
  NextRequest,
  RevealBody,
  VoteBody,
  VoteEventRequest,
  VoteRequest,
} from './schema.js';

/** The next pair to vote on; whoever holds one that is not voted on gets that one again, with a new token. */
export const nextAssignment = apiRoute('annotator', {
  method: 'post',
  path: '/api/assignments/next',
  request: { body: body(NextRequest) },
  responses: answers(NextBody),
});

/** Casts the vote, once. */
export const castVote = apiRoute('annotator', {
  method: 'post',
  path: '/api/assignments/{id}/vote',
  request: { params: IdParam, body: body(VoteRequest) },
  responses: answers(VoteBody),
});

/** Takes a vote back within its ten seconds and before the names are shown. The same pair is given again, under a new token. */
export const undoVote = apiRoute('annotator', {
  method: 'post',
  path: '/api/votes/{id}/undo',
  request: { params: IdParam },
  responses: answers(z.object({ assignment: AssignmentBody })),
});

/** Withdraws one's own vote after the names were shown: it no longer counts, and cannot be cast again. */
export const withdrawVote = apiRoute('annotator', {
  method: 'post',
  path: '/api/votes/{id}/withdraw',
  request: { params: IdParam },
  responses: answers(Done),
});

/** The names; with `next=1` at once, which gives up the undo. */
export const revealVote = apiRoute('annotator', {
  method: 'get',
  path: '/api/votes/{id}/reveal',
  request: { params: IdParam, query: z.object({ next: z.literal('1').optional() }) },
  responses: answers(RevealBody),
});

/** Invalidates, restores or flags a vote. The vote itself stays as it is. */
export const addVoteEvent = apiRoute('admin', {
  method: 'post',
  path: '/api/votes/{id}/events',
  request: { params: IdParam, body: body(VoteEventRequest) },
  responses: answers(Done),
});
