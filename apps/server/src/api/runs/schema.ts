import { z } from '@hono/zod-openapi';
import { list } from '../json.js';

/** What became of a run. */
export const RUN_STATUSES = ['running', 'interrupted', 'finished', 'stopped', 'failed'] as const;

/** A JSON object as it was stored. */
export const JsonObject = z.record(z.string(), z.unknown()).readonly();

export const RunBody = z
  .object({
    id: z.string(),
    model: z.string().openapi({ description: 'As whoever ran it named it.' }),
    name: z.string().openapi({ description: "The model's card's name, however the run named it." }),
    cardId: z.string().nullable().openapi({ description: 'Of the catalog, where the model has a card.' }),
    identity: z.string().openapi({ description: 'Content identity of the model.' }),
    source: z.enum(['understudy', 'lm-eval']),
    status: z.enum(RUN_STATUSES).openapi({ description: '`interrupted`: it was running when its process died.' }),
    createdAt: z.number(),
    endedAt: z.number().nullable(),
    elapsedMs: z.number().openapi({ description: 'Over all sessions; of a first one that goes on, since it began.' }),
    version: z.string(),
    asked: list(z.string()).openapi({ description: 'Tasks and groups as they were asked for.' }),
    tasks: list(z.string()).openapi({ description: 'Leaf tasks.' }),
    documents: z.object({ expected: z.number(), stored: z.number(), failed: z.number() }),
  })
  .openapi('Run');
export type RunBody = z.infer<typeof RunBody>;

const SessionBody = z.object({
  status: z.enum(['finished', 'stopped', 'failed']),
  endedAt: z.number(),
  elapsedMs: z.number(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** All that is stored of a run but its samples. */
export const RunDetails = z
  .object({
    run: RunBody,
    fingerprint: z.string(),
    seed: z.number(),
    engine: JsonObject,
    settings: JsonObject,
    command: JsonObject,
    sessions: list(SessionBody),
  })
  .openapi('RunDetails');

const FlagsBody = z.object({
  truncatedPrompts: z.number(),
  truncatedAnswers: z.number(),
  noAnswers: z.number(),
  ties: z.number(),
  cachedResponses: z.number(),
});

const ReportRowBody = z.object({
  kind: z.enum(['task', 'group']),
  depth: z.number().openapi({ description: 'Place in the trees of groups; 0 at the top.' }),
  name: z.string(),
  alias: z.string(),
  version: z.string(),
  numFewshot: z.number().nullable(),
  isFirst: z.boolean().openapi({ description: 'False: another metric of the row above.' }),
  metric: z
    .object({
      metric: z.string(),
      filter: z.string(),
      value: z.number().nullable(),
      standardError: z.number().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
      count: z.number(),
      isProportion: z.boolean(),
      higherIsBetter: z.boolean().nullable(),
    })
    .nullable(),
  samples: z
    .object({ expected: z.number(), scored: z.number(), failed: z.number(), flags: FlagsBody })
    .nullable()
    .openapi({ description: 'Of tasks; null for groups.' }),
});
export type ReportRowBody = z.infer<typeof ReportRowBody>;

/** What a run came to, line by line: groups before their members, metric by metric. */
export const RunReportBody = z.object({ rows: list(ReportRowBody) }).openapi('RunReport');
