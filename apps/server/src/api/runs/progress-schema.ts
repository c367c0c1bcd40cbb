import { z } from '@hono/zod-openapi';
import { list } from '../json.js';
import { RUN_STATUSES } from './schema.js';

/** How far a run is; it may be worked on by another process. */
export const ProgressBody = z
  .object({
    runId: z.string(),
    status: z.enum(RUN_STATUSES),
    at: z.number().openapi({ description: 'When this was so, by the server’s clock.' }),
    session: z
      .object({
        elapsedMs: z
          .number()
          .openapi({ description: 'Since the process began to work on the run, when it told this.' }),
        computedTokens: z.number().openapi({ description: 'Since then, each once.' }),
        generatedTokens: z.number(),
      })
      .nullable()
      .openapi({
        description: 'Of the process that works on the run, as it tells every few seconds; null where none does.',
      }),
    tasks: list(z.object({ task: z.string(), expected: z.number(), stored: z.number(), failed: z.number() })),
  })
  .openapi('RunProgress');
export type ProgressBody = z.infer<typeof ProgressBody>;
