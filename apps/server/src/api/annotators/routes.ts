import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, body, IdParam, list, Measure, nameText } from '../json.js';

const AnnotatorBody = z
  .object({
    id: z.string(),
    kind: z.enum(['crowd', 'expert', 'author']),
    pseudonym: z.string(),
    locale: z.string().nullable(),
    createdAt: z.number(),
  })
  .openapi('Annotator');

const AnnotatorRow = AnnotatorBody.extend({
  votes: z.number(),
  tieRate: Measure,
  gold: Measure.openapi({ description: 'Share of gold items answered as expected.' }),
  anomaly: z.number().nullable().openapi({ description: 'p of the anomaly test; null: too few votes.' }),
  medianDwellMs: z.number().nullable(),
}).openapi('AnnotatorRow');

export const listAnnotators = apiRoute('admin', {
  method: 'get',
  path: '/api/annotators',
  responses: answers(z.object({ annotators: list(AnnotatorRow) })),
});

/** Makes an annotator and an invitation. */
export const inviteAnnotator = apiRoute('admin', {
  method: 'post',
  path: '/api/annotators',
  request: {
    body: body(
      z.object({
        pseudonym: nameText(60),
        kind: z.enum(['crowd', 'expert', 'author']).default('crowd'),
        locale: z.string().max(20).nullable().default(null),
        expiresInDays: z.number().int().min(1).max(365).default(30),
      }),
    ),
  },
  responses: answers(
    z.object({
      annotator: AnnotatorBody,
      invitation: z.string().openapi({ description: 'Address with the secret after `#`. It is shown this once.' }),
      expiresAt: z.number(),
    }),
  ),
});

/** Everything an annotator did, for a person to judge. */
export const auditAnnotator = apiRoute('admin', {
  method: 'get',
  path: '/api/annotators/{id}/audit',
  request: { params: IdParam },
  responses: answers(
    z
      .object({
        annotator: AnnotatorRow,
        checkpoints: list(z.object({ votes: z.number(), statistic: z.number(), pValue: z.number() })),
        votes: list(
          z.object({
            voteId: z.string(),
            studyId: z.string(),
            kind: z.enum(['regular', 'gold', 'training']),
            questionId: z.string().nullable(),
            firstVersionId: z.string(),
            secondVersionId: z.string(),
            outcome: z.string(),
            swapped: z.boolean(),
            valid: z.boolean(),
            identityLeak: z.boolean(),
            dwellMs: z.number().nullable(),
            castAt: z.number(),
          }),
        ),
      })
      .openapi('AnnotatorAudit'),
  ),
});
