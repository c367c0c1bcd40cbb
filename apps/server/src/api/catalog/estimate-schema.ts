import { z } from '@hono/zod-openapi';
import { list } from '../json.js';

/** What running a model takes in one format, at one context. */
const Estimate = z.object({
  quantization: z.string(),
  contextLength: z.number().openapi({ description: 'Tokens.' }),
  kvType: z.string(),
  weightsBytes: z.number(),
  kvCacheBytes: z.number().openapi({ description: 'Of one sequence.' }),
  bytes: z.number().openapi({ description: 'Both, without the engine’s working memory.' }),
  isFromShapes: z.boolean().openapi({ description: 'False: the weights at the mean of the format.' }),
  decodingTokensPerSecond: z.number().nullable().openapi({ description: 'Upper bound at half the context.' }),
  prefillTokensPerSecond: z.number().nullable().openapi({ description: 'Upper bound.' }),
});

export const EstimatesBody = z.object({
  contexts: list(z.number()),
  kvTypes: list(z.string()),
  machine: z.object({
    bandwidth: z.number().openapi({ description: '10⁹ bytes a second.' }),
    compute: z.number().openapi({ description: '10⁹ floating-point operations a second.' }),
  }),
  estimates: list(Estimate),
});
