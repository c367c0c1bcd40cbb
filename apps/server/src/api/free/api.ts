import { streamSSE } from 'hono/streaming';
import { requireAnnotator } from '../../access/require-annotator.js';
import { ApiError } from '../../http/api-error.js';
import { OpenStreams } from '../../free/open-streams.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import * as routes from './routes.js';

/** How often a quiet stream says that it is still there, in milliseconds: proxies cut those that say nothing. */
const ALIVE_MS = 15_000;

/** Free conversations. */
export function freeApi(services: Services) {
  const { conversations, buckets } = services;
  const open = new OpenStreams();
  return newApi()
    .openapi(routes.addTurn, async (c) => {
      const caller = c.get('caller');
      const { id: annotatorId } = requireAnnotator(caller);
      const waitMs = buckets.prompt.take(caller.actor);
      if (waitMs > 0) {
        throw new ApiError({
          status: 429,
          code: 'too-many-prompts',
          message: 'Too many questions in too short a time.',
          retryAfterMs: waitMs,
        });
      }
      const { token, prompt } = c.req.valid('json');
      const turn = await conversations.ask({ id: c.req.valid('param').id, annotatorId, token, prompt });
      return c.json({ turn }, 202);
    })
    .openapi(routes.streamTurn, async (c) => {
      const { id: annotatorId } = requireAnnotator(c.get('caller'));
      const { turn } = c.req.valid('query');
      const stream = await conversations.stream({ id: c.req.valid('param').id, annotatorId, turn });
      const last = Number(c.req.header('last-event-id') ?? -1);
      const from = Number.isSafeInteger(last) && last >= 0 ? last + 1 : 0;
      const leave = open.enter(annotatorId);
      return streamSSE(c, async (sse) => {
        const gone = new AbortController();
        sse.onAbort(() => gone.abort());
        const alive = setInterval(() => void sse.write(': \n\n'), ALIVE_MS);
        try {
          for await (const { number, event } of stream.read(from, gone.signal)) {
            const { type, ...data } = event;
            await sse.writeSSE({ id: String(number), event: type, data: JSON.stringify(data) });
          }
        } finally {
          clearInterval(alive);
          leave();
        }
      });
    });
}
