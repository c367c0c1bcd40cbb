import { z } from '@hono/zod-openapi';
import { Token } from '../voting/schema.js';
import { apiRoute } from '../api-route.js';
import { body, countParam, IdParam } from '../json.js';
import { PROMPT_LIMIT } from '../../free/free-limits.js';

/** Asks both models; the answers come by the stream. */
export const addTurn = apiRoute('annotator', {
  method: 'post',
  path: '/api/assignments/{id}/turns',
  request: {
    params: IdParam,
    body: body(z.object({ token: Token, prompt: z.string().trim().min(1).max(PROMPT_LIMIT) })),
  },
  responses: {
    202: {
      description: 'Both are being asked.',
      content: { 'application/json': { schema: z.object({ turn: z.number() }) } },
    },
  },
});

/**
 * Server-sent events of a turn, from its beginning however late one comes: `delta` {side, text}, `done` {turn}, `failed` {message}. Both
 * sides come on one clock, and end together.
 */
export const streamTurn = apiRoute('annotator', {
  method: 'get',
  path: '/api/assignments/{id}/stream',
  request: { params: IdParam, query: z.object({ turn: countParam({ min: 1, max: 100 }) }) },
  responses: { 200: { description: 'The events.', content: { 'text/event-stream': { schema: z.string() } } } },
});
