import { z } from '@hono/zod-openapi';
import { list } from '../json.js';

export const QuestionSetBody = z
  .object({
    id: z.string(),
    title: z.string(),
    source: z.string(),
    licence: z.string().nullable(),
    questions: z.number().openapi({ description: 'How many.' }),
  })
  .openapi('QuestionSet');

export const QuestionBody = z
  .object({
    id: z.string(),
    setId: z.string(),
    aspect: z.string(),
    language: z.string().openapi({ description: 'BCP 47.' }),
    turns: list(z.string()),
    reference: list(z.string()).nullable(),
    referenceChecked: z.boolean(),
  })
  .openapi('Question');

/** A model that takes part in the arena. */
export const ModelBody = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    licence: z.string().nullable(),
    openWeights: z.boolean().nullable(),
    spec: z.string().nullable().openapi({ description: 'Model spec that runs it; null: its answers were imported.' }),
    quantisation: z.string().nullable(),
    priceIn: z.number().nullable().openapi({ description: 'USD for a million tokens read; null: not known.' }),
    priceOut: z.number().nullable(),
    retiredAt: z.number().nullable(),
  })
  .openapi('Model');

export const AnswerBody = z
  .object({
    id: z.string(),
    questionId: z.string(),
    versionId: z.string(),
    sample: z.number(),
    turns: list(z.string()),
    tokens: z.number().nullable(),
    finishReason: z.string().nullable(),
    latencyMs: z.number().nullable(),
    cost: z.number().nullable().openapi({ description: 'USD; null: not known.' }),
    identityLeak: z.boolean(),
  })
  .openapi('Answer');
