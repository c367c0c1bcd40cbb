import { z } from '@hono/zod-openapi';

/** The body of every answer that is not what was asked for. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().openapi({ description: 'Stable, kebab-case.', example: 'vote-final' }),
      message: z.string(),
      hint: z.string().nullable(),
      retryAfterMs: z.number().optional(),
    }),
  })
  .openapi('Error');
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The response that all routes have. */
export const errorResponse = {
  description: 'It was not done; the body says why.',
  content: { 'application/json': { schema: ErrorBody } },
} as const;
