import { z } from '@hono/zod-openapi';
import { list } from '../json.js';
import { ExplanationBody } from './explanation-schema.js';
import { Figure, ValueBody } from './figure.js';
import { JsonObject } from './schema.js';

const RequestBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loglikelihood'),
    context: z.number().openapi({ description: 'Which of the explanation’s prompts.' }),
    continuation: z.string(),
  }),
  z.object({ kind: z.literal('rolling'), text: z.string() }),
  z.object({ kind: z.literal('generate'), context: z.number(), genKwargs: JsonObject }),
]);

const ResponseBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loglikelihood'),
    logProbability: Figure.openapi({ description: 'In nats.' }),
    isGreedy: z.boolean(),
  }),
  z.object({ kind: z.literal('rolling'), logProbability: Figure }),
  z.object({ kind: z.literal('generate'), text: z.string() }),
  z.object({ kind: z.literal('error'), code: z.string(), message: z.string() }),
]);

/** One document's result in a run. */
export const SampleBody = z
  .object({
    task: z.string(),
    docId: z.number(),
    failed: z.boolean(),
    doc: z.string().openapi({ description: 'The document as JSON text, as Python writes it.' }),
    target: z.string(),
    requests: list(RequestBody),
    responses: list(ResponseBody),
    outcomes: list(z.object({ filter: z.string(), filteredResponses: list(ValueBody) })),
    explanation: ExplanationBody,
    flags: z.object({
      truncatedPrompts: z.number(),
      truncatedAnswers: z.number(),
      noAnswers: z.number(),
      ties: z.number(),
      cachedResponses: z.number(),
    }),
    hashes: z.object({ doc: z.string(), prompt: z.string(), target: z.string() }),
    service: z
      .object({
        promptTokens: z.number(),
        cachedTokens: z.number(),
        generatedTokens: z.number(),
        cost: z.number().nullable(),
        attempts: z.number(),
        fingerprints: list(z.string().nullable()),
      })
      .nullable(),
  })
  .openapi('Sample');
export type SampleBody = z.infer<typeof SampleBody>;
