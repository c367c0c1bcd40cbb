import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, IdParam, list, Measure } from '../json.js';

const JudgeBody = z
  .object({
    id: z.string(),
    spec: z.string(),
    identity: z.string(),
    mode: z.enum(['pairwise', 'single', 'baseline']),
    prompt: z.string(),
    promptHash: z.string(),
    decoding: z.string(),
    parserVersion: z.number(),
    createdAt: z.number(),
  })
  .openapi('Judge');

export const listJudges = apiRoute('viewer', {
  method: 'get',
  path: '/api/judges',
  responses: answers(z.object({ judges: list(JudgeBody) })),
});

/** What a judge's verdicts are worth: its biases, its states, its agreement with people, its cost. */
export const getJudge = apiRoute('viewer', {
  method: 'get',
  path: '/api/judges/{id}',
  request: { params: IdParam },
  responses: answers(
    z
      .object({
        judge: JudgeBody,
        judgements: z.number(),
        states: z.object({ ok: z.number(), unparsed: z.number(), refused: z.number(), error: z.number() }),
        firstPosition: Measure.openapi({
          description: 'Share of decided verdicts for the answer shown first; ½ is fair.',
        }),
        inconsistency: Measure.openapi({ description: 'Share of pairs judged otherwise in the other order.' }),
        longerPreferred: Measure.openapi({ description: 'Share of decided verdicts for the longer answer.' }),
        humanAgreement: Measure.nullable(),
        costPer1000: z.number().nullable().openapi({ description: 'USD for 1,000 judgements; null: not known.' }),
      })
      .openapi('JudgePanel'),
  ),
});
