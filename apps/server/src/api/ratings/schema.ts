import { z } from '@hono/zod-openapi';
import { countParam, Id, list, Measure, numberParam } from '../json.js';

/** Which votes. */
export const VotesQuery = z.object({
  study: Id.optional(),
  aspect: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
  annotatorKind: z.enum(['crowd', 'expert', 'author']).optional(),
  judge: z.string().max(200).optional().openapi({ description: 'A judge’s verdicts instead of people’s votes.' }),
  ties: z.enum(['half', 'drop']).default('half'),
});

export const VoteGroupsQuery = VotesQuery.pick({ study: true, annotatorKind: true, judge: true });

/** What votes can be told apart by. */
export const VoteGroupsBody = z
  .object({ aspects: list(z.string()), languages: list(z.string()) })
  .openapi('VoteGroups');

/** Which votes, and what is made of them. */
export const RatingsQuery = VotesQuery.extend({
  method: z.enum(['bradley-terry', 'elo', 'davidson']).default('bradley-terry'),
  cluster: z.enum(['auto', 'none', 'question', 'annotator', 'question,annotator']).default('auto'),
  anchor: z
    .string()
    .regex(/^.+=-?\d+(\.\d+)?$/)
    .optional()
    .openapi({ description: 'MODEL=RATING; without it the mean is 1000.' }),
  bootstrap: countParam({ min: 0, max: 2000 }).default(0),
  seed: countParam({ min: 0, max: 0xffffffff }).default(0),
  k: numberParam({ min: 0.1, max: 200 }).default(16),
  control: z.enum(['none', 'length', 'style']).default('none'),
});

const Interval = z.object({ lower: z.number(), upper: z.number() });

/** A model in the table. Ratings are in Elo points. */
export const RatedModel = z
  .object({
    model: z.string().openapi({ description: 'Id of the model version.' }),
    name: z.string(),
    organisation: z.string().nullable(),
    licence: z.string().nullable(),
    openWeights: z.boolean().nullable(),
    rating: z.number(),
    standardError: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    rankLower: z.number().openapi({ description: 'The best rank that cannot be ruled out.' }),
    rankUpper: z.number(),
    votes: z.number(),
    wins: z.number(),
    losses: z.number(),
    ties: z.number().openapi({ description: '`both_bad` included.' }),
    bothBad: z.number(),
    unacceptable: Measure.openapi({ description: 'Share of its votes that said both bad; Wilson interval.' }),
    naive: Interval.nullable().openapi({ description: 'The interval as if all votes were independent.' }),
    elo: z
      .object({ rating: z.number(), orderDeviation: z.number() })
      .nullable()
      .openapi({ description: 'Online Elo in the order of the votes, and its spread over 200 shuffles.' }),
    controlled: Interval.extend({ rating: z.number() })
      .nullable()
      .openapi({ description: 'With `control`: the rating at equal length or style.' }),
    costPer1000: z.number().nullable().openapi({ description: 'USD for 1,000 answers; null: not known.' }),
  })
  .openapi('RatedModel');

export const RatingsBody = z
  .object({
    method: z.string(),
    votes: z.number(),
    connected: z.boolean(),
    gauge: z.string().openapi({ description: 'What fixes the level: `mean 1000` or `MODEL = 1114`.' }),
    cluster: z.string(),
    ties: z.enum(['half', 'drop']),
    prior: z
      .boolean()
      .openapi({ description: 'Half a tie against a phantom model was added, as not all are connected.' }),
    fit: z.object({ iterations: z.number(), gradientNorm: z.number() }).nullable(),
    coefficients: list(
      z.object({ feature: z.string(), value: z.number(), lower: z.number(), upper: z.number() }),
    ).openapi({ description: 'Of the control; empty without.' }),
    notes: list(z.string()).openapi({ description: 'What a reader must know, as stable keys.' }),
    models: list(RatedModel),
  })
  .openapi('Ratings');

export const HeatmapQuery = VotesQuery.extend({
  kind: z.enum(['actual', 'predicted', 'residual', 'count']).default('actual'),
});

/** Row against column, in the order of `models`: the strongest first. */
export const HeatmapBody = z
  .object({
    kind: z.enum(['actual', 'predicted', 'residual', 'count']),
    models: list(z.object({ id: z.string(), name: z.string() })),
    cells: list(list(z.number().nullable())),
    n: list(list(z.number())),
    goodnessOfFit: z.object({ statistic: z.number(), degreesOfFreedom: z.number(), p: z.number() }).nullable(),
  })
  .openapi('Heatmap');

/** How much it takes to change the first place. */
export const LeverageBody = z
  .object({
    first: z.string().nullable(),
    second: z.string().nullable(),
    gap: z.number().nullable().openapi({ description: 'Of the two, in Elo points.' }),
    votes: z.number(),
    removedVotes: z
      .number()
      .nullable()
      .openapi({ description: 'Votes without which another model is first; null: no such set was found.' }),
    removedVotesOf: z.number().nullable().openapi({ description: 'Annotators who cast these votes.' }),
    removedAnnotators: z
      .number()
      .nullable()
      .openapi({ description: 'Annotators without all of whose votes another model is first.' }),
    newFirst: z.string().nullable(),
  })
  .openapi('Leverage');

export const PowerQuery = z.object({
  models: countParam({ min: 2, max: 1000 }).default(16),
  halfwidth: numberParam({ min: 1, max: 1000 }).default(20),
  ties: numberParam({ min: 0, max: 0.95 }).default(0.2),
  inflation: numberParam({ min: 1, max: 10 }).default(1),
  margin: numberParam({ min: 0.005, max: 0.5 }).default(0.05),
});

export const PowerBody = z
  .object({
    votesNeeded: z.number().openapi({ description: 'In all, for the half-width asked for.' }),
    nonInferiority: z.object({ margin: z.number(), votes: z.number() }).openapi({
      description: 'Votes on the pair for 80% power.',
    }),
    table: list(z.object({ votes: z.number(), perModel: z.number(), halfWidth: z.number() })),
  })
  .openapi('Power');

export const NonInferiorityQuery = VotesQuery.extend({
  candidate: Id,
  reference: Id,
  margin: numberParam({ min: 0.005, max: 0.5 }).default(0.05),
  confidence: numberParam({ min: 0.5, max: 0.999 }).default(0.95),
});

const Verdict = z.object({
  aspect: z.string().nullable().openapi({ description: 'Null: over all.' }),
  votes: z.number(),
  questions: z.number(),
  share: z.number().nullable().openapi({ description: 'P(win) + ½ P(tie) of the candidate.' }),
  lower: z.number().nullable().openapi({ description: 'One-sided bound of the confidence asked for.' }),
  upper: z.number().nullable().openapi({ description: 'The other one-sided bound.' }),
  nonInferior: z.boolean().nullable().openapi({ description: 'Null: too few votes to say; false: inferior.' }),
  votesNeeded: z
    .number()
    .nullable()
    .openapi({ description: 'Votes with which it would come out, if all stays as it is.' }),
});

export const NonInferiorityBody = z
  .object({
    candidate: z.string(),
    reference: z.string(),
    margin: z.number(),
    confidence: z.number(),
    overall: Verdict,
    aspects: list(Verdict),
  })
  .openapi('NonInferiority');
