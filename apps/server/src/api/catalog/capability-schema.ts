import { z } from '@hono/zod-openapi';
import { AREAS } from '@understudy/catalog';
import { list } from '../json.js';
import { ClaimBody } from './claim-schema.js';

const Interval = z.object({ lower: z.number(), upper: z.number() });

const CapabilityScore = z.object({
  modelId: z.string(),
  hasCard: z.boolean(),
  label: z.string().openapi({ description: 'As printed in the source.' }),
  openness: z.enum(['open', 'closed', 'unknown']),
  reference: z.string().nullable().openapi({ description: '`gpt-3.5` or `gpt-4`.' }),
  value: z.number(),
  interval: Interval.nullable().openapi({ description: '95%, of measured numbers.' }),
  runId: z.string().nullable(),
  note: z.string().nullable(),
});

/** The best open model against a reference, in one table. */
const CapabilityVerdict = z.object({
  kind: z
    .enum([
      'above',
      'within-noise',
      'below',
      'higher-as-published',
      'lower-as-published',
      'equal-as-published',
      'unknown-error',
    ])
    .openapi({ description: 'Published numbers have no known error: only which one is printed higher can be said.' }),
  difference: z.number(),
  interval: Interval.nullable(),
});

const References = z.object({ 'gpt-3.5': CapabilityScore.nullable(), 'gpt-4': CapabilityScore.nullable() });
const Verdicts = z.object({ 'gpt-3.5': CapabilityVerdict.nullable(), 'gpt-4': CapabilityVerdict.nullable() });

/** Numbers that may be compared: of one source and setting, or of our runs in one setting. */
const CapabilityColumn = z.object({
  key: z.string(),
  origin: z.enum(['published', 'measured']),
  source: z.string().nullable(),
  date: z.string().nullable().openapi({ description: '`YYYY-MM`.' }),
  setting: z.string().nullable(),
  measured: z
    .object({
      task: z.string(),
      numFewshot: z.number().nullable(),
      usesChatTemplate: z.boolean(),
      documents: z.number(),
      documentsTotal: z.number(),
    })
    .nullable(),
  metric: z.string().nullable(),
  higherIsBetter: z.boolean(),
  isShare: z.boolean(),
  bestOpen: CapabilityScore.nullable(),
  references: References,
  verdicts: Verdicts,
  scores: list(CapabilityScore).openapi({ description: 'The best first.' }),
});

export const CapabilityBody = z
  .object({
    rows: list(
      z.object({
        area: z.enum(AREAS),
        benchmark: z.object({ id: z.string(), name: z.string(), sources: list(z.string()) }),
        columns: list(CapabilityColumn).openapi({ description: 'The first is the one for a compact picture.' }),
      }),
    ),
    unplaced: list(z.object({ benchmark: z.string(), scores: z.number() })),
    claims: list(ClaimBody),
    names: z
      .record(z.string(), z.string())
      .openapi({ description: 'Names of the models that claims are about, by id.' }),
  })
  .openapi('Capabilities');
export type CapabilityBody = z.infer<typeof CapabilityBody>;
