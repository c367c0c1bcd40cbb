import { z } from '@hono/zod-openapi';
import { VOTE_FORMATS } from '@understudy/arena';
import { apiRoute } from '../api-route.js';
import { answers, body, Id, nameText } from '../json.js';

/** Adds a file of votes as a study of its own. */
export const importVotes = apiRoute('admin', {
  method: 'post',
  path: '/api/import',
  request: {
    body: body(
      z.object({
        format: z.enum(['battles', 'csv', 'alpaca-eval']),
        title: nameText(200),
        text: z.string().min(1),
        columns: z.string().max(500).optional().openapi({ description: 'model_a=…,model_b=…' }),
      }),
    ),
  },
  responses: answers(
    z.object({
      studyId: z.string(),
      votes: z.number(),
      models: z.number(),
      isNew: z.boolean().openapi({ description: 'False: they were there already under this title.' }),
    }),
  ),
});

/** The counted votes of a study as a file. */
export const exportVotes = apiRoute('unblinded', {
  method: 'get',
  path: '/api/export',
  request: {
    query: z.object({ study: Id, format: z.enum(VOTE_FORMATS).default('battles') }),
  },
  responses: { 200: { description: 'A file.', content: { 'application/octet-stream': { schema: z.string() } } } },
});
