import { z } from '@hono/zod-openapi';
import { Id, list, Measure } from '../json.js';

export const AgreementQuery = z.object({
  study: Id.optional(),
  aspect: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
  judge: z.string().max(200).optional(),
  between: z.enum(['human,human', 'human,judge', 'judge,judge', 'judge,swapped']).default('human,human'),
});

const Measures = z.object({
  comparisons: z.number(),
  exact: Measure,
  tieDiscounted: Measure,
  nonTie: Measure,
  kappa: Measure.openapi({ description: 'Cohen’s for two raters, else Fleiss’.' }),
  alpha: Measure.openapi({ description: 'Nominal Krippendorff.' }),
});

export const AgreementBody = z
  .object({
    between: z.string(),
    overall: Measures,
    aspects: list(Measures.extend({ aspect: z.string() })),
    raters: list(z.object({ rater: z.string(), votes: z.number(), tieRate: z.number(), exact: Measure })).openapi({
      description: 'Pseudonyms for admins, numbers for others.',
    }),
  })
  .openapi('Agreement');
