import { z } from '@hono/zod-openapi';
import { list } from '../json.js';

const Verdict = z.enum(['supported', 'contradicted', 'mixed', 'open', 'no-data']);

/** A model of a claim beside a comparator, in one table. */
const Evidence = z.object({
  origin: z.enum(['published', 'measured']),
  model: z.string(),
  modelLabel: z.string(),
  comparator: z.string(),
  comparatorLabel: z.string(),
  benchmark: z.string(),
  source: z.string().nullable(),
  setting: z.string().nullable(),
  metric: z.string().nullable(),
  modelValue: z.number(),
  comparatorValue: z.number(),
  runs: list(z.string())
    .nullable()
    .openapi({ description: 'The model’s run and the comparator’s, where we measured both.' }),
  outcome: z.enum(['supports', 'contradicts', 'open']),
});

/** A claim of the surveys, with what a check against its sources found and what the numbers here say. */
export const ClaimBody = z
  .object({
    id: z.string(),
    claim: z.string(),
    area: z.string(),
    models: list(z.string()),
    comparators: list(z.string()),
    benchmarks: list(z.string()),
    direction: z.string(),
    check: z.enum(['supported', 'supported-with-caveat', 'contradicted', 'not-checked']),
    checkNote: z.string().nullable(),
    sources: list(z.string()),
    data: z
      .object({
        published: Verdict,
        measured: Verdict,
        evidence: list(Evidence),
        missing: z.number().openapi({ description: 'Pairs of the claim that no table here has.' }),
      })
      .nullable()
      .openapi({ description: 'Null: the claim compares no models.' }),
  })
  .openapi('Claim');
export type ClaimBody = z.infer<typeof ClaimBody>;
