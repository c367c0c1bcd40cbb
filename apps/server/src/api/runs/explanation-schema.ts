import { z } from '@hono/zod-openapi';
import { list } from '../json.js';
import { Figure, MetricValueBody, ValueBody } from './figure.js';
import { JsonObject } from './schema.js';

const ChoiceMeasure = z.enum(['sum', 'perCharacter', 'perByte', 'gain']).openapi({
  description: 'The log-probability itself, for each code point, for each byte, or above that after an empty context.',
});

const ChoicesBody = z.object({
  rows: list(
    z.object({
      text: z.string(),
      logProbability: Figure.openapi({ description: 'In nats.' }),
      isGreedy: z.boolean(),
      probability: Figure.openapi({ description: 'Among the choices.' }),
      characters: z.number().nullable().openapi({ description: 'Code points; null where the choices are contexts.' }),
      perCharacter: Figure.nullable(),
      bytes: z.number().nullable(),
      perByte: Figure.nullable(),
      unconditional: Figure.nullable(),
    }),
  ),
  right: list(z.number())
    .nullable()
    .openapi({ description: 'Places of the right ones; null: what is stored does not tell.' }),
  rightFrom: z.enum(['target', 'metric', 'elimination']).nullable(),
  rules: list(z.object({ metric: z.string(), measure: ChoiceMeasure, chosen: z.number(), agrees: z.boolean() })),
});

const FilterBody = z.object({
  filter: z.string(),
  steps: list(z.object({ function: z.string(), arguments: JsonObject, outputs: list(ValueBody) })),
  result: list(ValueBody).openapi({ description: 'What was stored, one a request.' }),
  agrees: z.boolean().openapi({ description: 'False: run again, the filters make something else.' }),
  problem: z.string().nullable(),
});

const StepBody = z.object({
  rule: z.enum(['regex', 'ignore_case', 'ignore_punctuation', 'ignore_numbers']),
  pattern: z.string(),
  text: z.string(),
});

const ReasonBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), measure: ChoiceMeasure, chosen: z.number(), agrees: z.boolean() }),
  z.object({
    kind: z.literal('comparison'),
    prediction: z.string(),
    comparisons: list(
      z.object({
        reference: z.string(),
        predictionSteps: list(StepBody),
        referenceSteps: list(StepBody),
        isEqual: z.boolean(),
      }),
    ),
  }),
  z.object({ kind: z.literal('rolling'), unit: z.enum(['words', 'bytes']) }),
  z.object({ kind: z.literal('function'), name: z.string() }),
  z.object({ kind: z.literal('greedy-choice') }),
  z.object({ kind: z.literal('classes') }),
  z.object({ kind: z.literal('distribution') }),
  z.object({ kind: z.literal('greedy-target') }),
  z.object({ kind: z.literal('log-probability') }),
  z.object({ kind: z.literal('bypass') }),
  z.object({ kind: z.literal('unknown') }),
]);

/** Why a sample was marked as it was, worked out again from what is stored. */
export const ExplanationBody = z
  .object({
    prompts: list(
      z.object({
        text: z.string(),
        questionStart: z.number().nullable().openapi({ description: 'Where the document’s own question begins.' }),
        isExact: z.boolean().openapi({ description: 'False: behind the last few-shot delimiter.' }),
      }),
    ).openapi({ description: 'Each once.' }),
    choices: ChoicesBody.nullable(),
    filters: list(FilterBody),
    metrics: list(z.object({ filter: z.string(), metric: z.string(), value: MetricValueBody, reason: ReasonBody })),
  })
  .openapi('SampleExplanation');
export type ExplanationBody = z.infer<typeof ExplanationBody>;
