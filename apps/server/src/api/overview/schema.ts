import { z } from '@hono/zod-openapi';
import { list } from '../json.js';

/** How much there is of everything, for the page on which one starts. */
export const OverviewBody = z
  .object({
    models: z.number().openapi({ description: 'Models of the catalog.' }),
    measured: z.number().openapi({ description: 'Models that the leaderboard has.' }),
    tasks: z.number().openapi({ description: 'Columns of the leaderboard.' }),
    runs: z.number(),
    samples: z.number(),
    studies: z.number().openapi({ description: 'Those that can be or were voted on.' }),
    votes: z.number(),
    newest: list(
      z.object({
        id: z.string(),
        model: z.string().openapi({ description: 'As whoever ran it named it.' }),
        name: z.string().openapi({ description: "The model's card's name, however the run named it." }),
        cardId: z.string().nullable(),
        status: z.enum(['running', 'interrupted', 'finished', 'stopped', 'failed']),
        createdAt: z.number(),
        tasks: list(z.string()).openapi({ description: 'Tasks and groups as they were asked for.' }),
        samples: z.number(),
      }),
    ).openapi({ description: 'The newest runs, the newest first.' }),
  })
  .openapi('Overview');
export type OverviewBody = z.infer<typeof OverviewBody>;
