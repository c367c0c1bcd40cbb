import { z } from '@hono/zod-openapi';
import { OUTCOMES } from '@understudy/store';
import { Id, list, nameText } from '../json.js';

const Progress = z.object({ done: z.number(), wanted: z.number().nullable() });
const Mine = z.object({ done: z.number(), left: z.number().nullable() });
const Mode = z.enum(['study', 'free', 'imported']);
const Instructions = z.record(z.string().max(20), z.string().max(20_000)).readonly();

/** A study in a list: nothing of it tells which models take part. */
export const StudySummary = z
  .object({
    id: z.string(),
    mode: Mode,
    title: z.string(),
    questionSetId: z.string().nullable(),
    models: z.number().openapi({ description: 'How many models take part.' }),
    status: z.enum(['draft', 'open', 'closed']),
    progress: Progress,
    mine: Mine.openapi({ description: 'Left is null where there is no end to it, as in free mode.' }),
    createdAt: z.number(),
  })
  .openapi('StudySummary');
export type StudySummary = z.infer<typeof StudySummary>;

/** What makes a study's plan. */
export const Design = z
  .object({
    votesPerItem: z.number().int().min(1).max(100).default(2),
    items: z.number().int().min(1).max(200_000).nullable().default(null),
    overlap: z.number().min(0).max(1).default(1),
    goldEvery: z.number().int().min(0).max(1000).default(0),
    seed: z.number().int().min(0).max(0xffffffff).default(0),
  })
  .openapi('StudyDesign');

/** One study. The last two are for admins only, null for others. */
export const StudyBody = StudySummary.extend({
  instructions: Instructions.openapi({ description: 'Markdown by language.' }),
  versionIds: list(z.string()).nullable(),
  design: Design.nullable(),
}).openapi('Study');

/** A study to be made. */
export const NewStudy = z
  .object({
    title: nameText(200),
    mode: z.enum(['study', 'free']),
    questionSetId: Id.nullable().default(null),
    versionIds: list(Id).refine((ids) => ids.length >= 2 && ids.length <= 500 && new Set(ids).size === ids.length, {
      message: 'At least two different models.',
    }),
    design: Design.prefault({}),
    instructions: Instructions.default({}),
    completionCode: z.string().max(200).nullable().default(null),
  })
  .openapi('NewStudy');

const KnownItem = z.object({
  questionId: Id,
  firstVersionId: Id,
  secondVersionId: Id,
  expected: z.enum(OUTCOMES).exclude(['skip']).openapi({ description: '`a`: the first is better.' }),
  explanation: z.string().max(4000).nullable().default(null),
});

/** Items whose outcome is known: gold ones are mixed in, training ones come first and are explained. */
export const KnownItems = z
  .object({ gold: list(KnownItem).default([]), training: list(KnownItem).default([]) })
  .openapi('KnownItems');
export type KnownItems = z.infer<typeof KnownItems>;

const Range = z.object({ min: z.number(), max: z.number() });

/** How balanced a plan is, what it can tell, and its items. */
export const PlanBody = z
  .object({
    items: z.number(),
    votes: z.number().openapi({ description: 'Votes wanted over all items.' }),
    balance: z.object({ pairs: Range, models: Range, questions: Range }),
    power: list(
      z.object({
        votes: z.number(),
        halfWidth: z.number().openapi({ description: 'Of a 95% interval, in Elo points.' }),
        inflation: z.number(),
      }),
    ),
    warnings: list(z.string()),
    list: list(
      z.object({
        number: z.number(),
        kind: z.enum(['regular', 'gold', 'training']),
        questionId: z.string(),
        firstVersionId: z.string(),
        secondVersionId: z.string(),
        wanted: z.number(),
        votes: z.number(),
        outstanding: z.number(),
      }),
    ).openapi({ description: 'At most the first 5,000.' }),
  })
  .openapi('Plan');
