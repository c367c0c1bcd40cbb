import { z } from '@hono/zod-openapi';
import { OUTCOMES, VOTE_EVENT_KINDS } from '@understudy/store';
import { Id, list } from '../json.js';

/** A single-use token. */
export const Token = z.string().min(20).max(100);

/**
 * What an annotator is shown: two texts, and nothing that tells where they come from. Gold items look like any other.
 */
export const AssignmentBody = z
  .object({
    id: z.string(),
    token: z.string().openapi({ description: 'Single use: the vote carries it.' }),
    studyId: z.string(),
    mode: z.enum(['study', 'free']),
    kind: z.enum(['vote', 'training']),
    question: z
      .object({ aspect: z.string(), language: z.string(), turns: list(z.string()) })
      .nullable()
      .openapi({ description: 'Null in free mode: the annotator asks.' }),
    answers: z
      .object({ a: list(z.string()), b: list(z.string()) })
      .nullable()
      .openapi({ description: 'Answer to each turn; in free mode null until something was asked.' }),
    prompts: list(z.string()).openapi({ description: 'What was asked so far in free mode.' }),
    expiresAt: z.number(),
    undoSeconds: z.number(),
  })
  .openapi('Assignment');
export type AssignmentBody = z.infer<typeof AssignmentBody>;

const Progress = z.object({ done: z.number(), left: z.number().nullable() });

/** The next thing to vote on, or the end. */
export const NextBody = z
  .object({
    assignment: AssignmentBody.nullable(),
    progress: Progress,
    completionCode: z.string().nullable().openapi({ description: 'Only where nothing is left.' }),
  })
  .openapi('NextAssignment');

export const NextRequest = z.object({ studyId: Id });

/** A vote. */
export const VoteRequest = z
  .object({
    token: Token,
    outcome: z.enum(OUTCOMES),
    reasons: list(z.string().min(1).max(40))
      .refine((reasons) => reasons.length <= 20, 'At most 20.')
      .default([]),
    comment: z.string().max(4000).optional(),
    dwellMs: z.number().int().min(0).max(86_400_000).optional(),
    uiVersion: z.string().max(40).optional(),
  })
  .openapi('VoteRequest');

export const VoteBody = z
  .object({
    voteId: z.string(),
    repeated: z.boolean().openapi({ description: 'The token had been used: this is the vote as it was first cast.' }),
    outcome: z.enum(OUTCOMES),
    undoUntil: z.number().openapi({ description: 'Milliseconds since 1970.' }),
    feedback: z
      .object({ expected: z.enum(OUTCOMES), explanation: z.string().nullable(), agreed: z.boolean() })
      .nullable()
      .openapi({ description: 'Of training items only; in terms of the sides shown.' }),
  })
  .openapi('Vote');

const Shown = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  licence: z.string().nullable(),
});

/** Who wrote the answers: only once the vote is final. */
export const RevealBody = z
  .object({ a: Shown, b: Shown, outcome: z.enum(OUTCOMES), reasons: list(z.string()) })
  .openapi('Reveal');

/** What an admin does to a vote. */
export const VoteEventRequest = z.object({
  kind: z.enum(VOTE_EVENT_KINDS).extract(['invalidate', 'restore', 'flag']),
  rule: z.string().max(100).nullable().default(null),
  reason: z.string().min(1).max(1000),
});
