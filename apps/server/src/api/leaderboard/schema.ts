import { z } from '@hono/zod-openapi';
import { AREAS, COMMERCIAL_USES, MODEL_KINDS, WEIGHTS_STATUSES } from '@understudy/catalog';
import { list } from '../json.js';

const AreaName = z.enum(AREAS);

/** How a column's task was asked; `rest` is the beginning of the hash over all that is not listed. */
export const BoardColumnBody = z
  .object({
    key: z.string(),
    area: AreaName.nullable(),
    benchmark: z.object({ id: z.string(), name: z.string() }).nullable(),
    task: z.string(),
    version: z.string(),
    numFewshot: z.number().nullable().openapi({ description: 'Null: a group whose tasks differ.' }),
    metric: z.string(),
    filter: z.string(),
    usesChatTemplate: z.boolean(),
    documents: z.number(),
    documentsTotal: z.number(),
    rest: z.string(),
    higherIsBetter: z.boolean().nullable(),
    isShare: z.boolean().openapi({ description: 'Values are shares, 0 to 1, of which more is better.' }),
    isGroup: z.boolean().openapi({ description: 'A group of tasks, which has no samples of its own.' }),
    models: z.number().openapi({ description: 'Models that have a cell.' }),
  })
  .openapi('BoardColumn');

/** As much of a model's card as a leaderboard shows and filters by; null where it is not known. */
export const BoardModelBody = z
  .object({
    identity: z.string().openapi({ description: 'Content identity of the weights.' }),
    name: z.string(),
    card: z.string().nullable().openapi({ description: 'Id of the card.' }),
    family: z.string().nullable().openapi({ description: 'Its id.' }),
    familyName: z.string().nullable(),
    developer: z.string().nullable(),
    kind: z.enum(MODEL_KINDS).nullable(),
    released: z.string().nullable().openapi({ description: '`YYYY-MM` or `YYYY-MM-DD`.' }),
    parameters: z.number().nullable().openapi({ description: 'Number of weights.' }),
    licence: z.string().nullable().openapi({ description: 'SPDX id or `LicenseRef-…`.' }),
    commercialUse: z
      .enum(COMMERCIAL_USES)
      .nullable()
      .openapi({ description: 'The strictest licence along the lineage.' }),
    decidedBy: list(z.string()).openapi({ description: 'Ids of the models whose licences decide that.' }),
    weights: z.enum(WEIGHTS_STATUSES).nullable(),
    languages: list(z.string()),
    quantization: z.string().nullable(),
  })
  .openapi('BoardModel');

const Measured = z.object({
  value: z.number(),
  standardError: z.number().nullable(),
  lower: z.number().nullable().openapi({ description: 'Of the 95% interval.' }),
  upper: z.number().nullable(),
  count: z.number(),
  measuredAt: z.number().openapi({ description: 'Milliseconds since 1970.' }),
  isUnderpowered: z.boolean().nullable().openapi({ description: 'Null: no share, or no interval.' }),
  findings: list(z.number()).openapi({ description: 'Places in `findings`; empty: not checked.' }),
});

/** The leaderboard, small enough to be filtered in the browser: what cells share is said once. */
export const LeaderboardBody = z
  .object({
    columns: list(BoardColumnBody),
    areas: list(z.object({ area: AreaName, columns: list(z.string()) })).openapi({
      description: 'What each area’s mean is made of, by keys of columns.',
    }),
    findings: list(
      z.object({
        benchmark: z.string(),
        finding: z.enum(['trained', 'contaminated', 'clean']),
        statement: z.string(),
        sources: list(z.string()),
      }),
    ).openapi({ description: 'What sources say of benchmarks in training data.' }),
    rows: list(
      z.object({
        model: BoardModelBody,
        cells: list(
          Measured.extend({
            column: z.string(),
            runId: z.string(),
            failed: z.number().openapi({ description: 'Documents that failed, which the value leaves out.' }),
          }),
        ),
        areas: list(Measured.extend({ area: AreaName })),
      }),
    ),
  })
  .openapi('Leaderboard');
export type LeaderboardBody = z.infer<typeof LeaderboardBody>;
