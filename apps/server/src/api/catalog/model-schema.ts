import { z } from '@hono/zod-openapi';
import { AREAS, COMMERCIAL_USES, ModelCardSchema } from '@understudy/catalog';
import { list } from '../json.js';
import { ClaimBody } from './claim-schema.js';
import { EstimatesBody } from './estimate-schema.js';

/** A model that another descends from, or that descends from it. */
export const Relative = z.object({
  id: z.string(),
  name: z.string(),
  hasCard: z.boolean(),
  parent: z.string().nullable(),
  commercialUse: z.enum(COMMERCIAL_USES).nullable().openapi({
    description: 'By all licences along its lineage; null: it has no card.',
  }),
  methods: list(z.string()).openapi({ description: 'How it was tuned of its parent, as tags.' }),
});

/** What one may do with a model, all licences along its lineage taken together. */
const ObligationsBody = z.object({
  commercialUse: z.enum(COMMERCIAL_USES),
  decidedBy: list(z.string()).openapi({ description: 'Ids of the models whose licences decide that.' }),
  obligations: list(z.object({ kind: z.string(), text: z.string(), licence: z.string(), from: z.string() })).openapi({
    description: 'Conditions, each with the licence that makes it and the model along the lineage it is of.',
  }),
  teacher: z
    .string()
    .nullable()
    .openapi({ description: 'What the terms of a teacher say of learning from its outputs.' }),
});

/** A piece of a rendered conversation. */
export const RenderedPart = z.object({
  kind: z.enum(['template', 'token', 'message']).openapi({
    description: 'Text of the template itself, one of its special tokens, or the text of a message.',
  }),
  text: z.string(),
});

export const ConversationMessage = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string().max(20_000),
});

/** A conversation as the model gets it, up to the place where its answer begins. */
export const RenderingBody = z
  .object({ messages: list(ConversationMessage), parts: list(RenderedPart) })
  .openapi('Rendering');

export const RenderingRequest = z.object({ messages: z.array(ConversationMessage).min(1).max(40) });

/** The chat template that the card names. */
const TemplateBody = z.object({
  name: z.string(),
  title: z.string(),
  jinja: z.string(),
  system: z.string().nullable().openapi({ description: 'Of a conversation that has none.' }),
  takesSystem: z.boolean(),
  turns: z.enum(['one', 'many']),
  stop: list(z.string()),
  sources: list(z.string()),
  attribution: z.string(),
  notes: list(z.string()),
  example: RenderingBody,
});

/** A published number of any model. */
const TableScore = z.object({
  modelId: z.string(),
  label: z.string().openapi({ description: 'As printed in the source.' }),
  hasCard: z.boolean(),
  value: z.number(),
  rank: z.number().openapi({ description: 'Within the table; equal values share the better rank.' }),
  note: z.string().nullable(),
});

/** Numbers of one benchmark from one source in one setting: those that may be compared. */
export const ScoreTable = z
  .object({
    table: z.string().openapi({ description: 'Key.' }),
    benchmark: z.string(),
    setting: z.string().nullable(),
    metric: z.string().nullable(),
    source: z.string(),
    higherIsBetter: z.boolean(),
    scores: list(TableScore).openapi({ description: 'The best first.' }),
  })
  .openapi('ScoreTable');

const ContaminationBody = z.object({
  benchmark: z.string(),
  finding: z.enum(['trained', 'contaminated', 'clean']),
  statement: z.string(),
  sources: list(z.string()),
  from: z
    .string()
    .openapi({ description: 'The model it was said of: the model itself, or one that it was made from.' }),
});

/** A result of our own, in the setting of its column. */
export const MeasuredResult = z.object({
  column: z.string().openapi({ description: 'Key: only results of one column compare.' }),
  area: z.enum(AREAS).nullable(),
  benchmark: z.string().nullable(),
  task: z.string(),
  numFewshot: z.number().nullable(),
  metric: z.string(),
  filter: z.string(),
  usesChatTemplate: z.boolean(),
  documents: z.number(),
  documentsTotal: z.number(),
  value: z.number(),
  lower: z.number().nullable().openapi({ description: 'Of the 95% interval.' }),
  upper: z.number().nullable(),
  count: z.number(),
  runId: z.string(),
  higherIsBetter: z.boolean().nullable(),
  isProportion: z.boolean(),
  isGroup: z.boolean().openapi({ description: 'A group of tasks, which has no samples of its own.' }),
  quantization: z.string().nullable(),
  rank: z.number().nullable().openapi({ description: 'Among the models of the column, by value alone.' }),
  models: z.number().openapi({ description: 'Models of the column.' }),
});

/** All that is known about a model. */
export const ModelBody = z
  .object({
    card: ModelCardSchema,
    familyName: z.string(),
    isLocal: z.boolean(),
    obligations: ObligationsBody,
    ancestors: list(Relative).openapi({ description: 'Its direct parent first.' }),
    descendants: list(Relative).openapi({ description: 'Each after its parent.' }),
    estimates: EstimatesBody.nullable().openapi({ description: 'Null: the card does not know enough of it.' }),
    template: TemplateBody.nullable(),
    tables: list(ScoreTable).openapi({ description: 'Published tables that have a number of it.' }),
    claims: list(ClaimBody),
    contaminations: list(ContaminationBody).openapi({ description: 'Empty: not checked by any source.' }),
    measured: list(MeasuredResult).openapi({ description: 'Our results of its files.' }),
  })
  .openapi('CatalogModel');
export type ModelBody = z.infer<typeof ModelBody>;
