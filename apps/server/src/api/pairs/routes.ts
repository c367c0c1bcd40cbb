import { z } from '@hono/zod-openapi';
import { OUTCOMES } from '@understudy/store';
import { apiRoute } from '../api-route.js';
import { answers, Id, list } from '../json.js';
import { AnswerBody, QuestionBody } from '../questions/schema.js';

const PairVote = z.object({
  voteId: z.string(),
  annotator: z.string(),
  questionId: z.string().nullable(),
  aspect: z.string().nullable(),
  outcome: z.enum(OUTCOMES).openapi({ description: '`a` is the first model, whichever side it was on.' }),
  swapped: z.boolean(),
  valid: z.boolean(),
  identityLeak: z.boolean(),
  dwellMs: z.number().nullable(),
  castAt: z.number(),
});

const PairVerdict = z.object({
  judgeId: z.string(),
  questionId: z.string(),
  turn: z.number(),
  state: z.enum(['ok', 'unparsed', 'refused', 'error']),
  verdict: z.string().nullable().openapi({ description: 'In terms of first and second as shown to the judge.' }),
  firstVersionId: z.string(),
  raw: z.string(),
});

/** One pair's history: the newest 500 votes, and with a question both answers and what judges said. */
export const getPair = apiRoute('unblinded', {
  method: 'get',
  path: '/api/pairs',
  request: {
    query: z.object({ study: Id.optional(), first: Id, second: Id, question: Id.optional() }),
  },
  responses: answers(
    z
      .object({
        first: z.string(),
        second: z.string(),
        question: QuestionBody.nullable(),
        answers: list(AnswerBody),
        votes: list(PairVote),
        verdicts: list(PairVerdict),
      })
      .openapi('Pair'),
  ),
});
