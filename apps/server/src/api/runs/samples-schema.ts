import { z } from '@hono/zod-openapi';
import { SAMPLE_MARKS } from '@understudy/store';
import { list, PAGE_PLACE } from '../json.js';
import { Figure } from './figure.js';

/** A leaf task of a run, and what its samples can be sorted and filtered by. */
export const TaskBody = z
  .object({
    runId: z.string(),
    model: z.string(),
    name: z.string().openapi({ description: "The model's card's name, however the run named it." }),
    task: z.string(),
    version: z.string(),
    numFewshot: z.number(),
    outputType: z.string().nullable(),
    documents: z.object({ total: z.number(), expected: z.number(), stored: z.number(), failed: z.number() }),
    columns: list(
      z.object({
        name: z.string().openapi({ description: '`metric,filter`, or `margin` or `characters`.' }),
        kind: z.enum(['metric', 'margin', 'characters']),
        count: z.number().openapi({ description: 'Samples that have a value.' }),
        least: Figure,
        largest: Figure,
        isBinary: z.boolean().openapi({ description: 'All values are 0 or 1.' }),
        higherIsBetter: z.boolean().nullable(),
      }),
    ),
  })
  .openapi('RunTask');
export type TaskBody = z.infer<typeof TaskBody>;

/** Which samples, in which order. */
export const SamplesQuery = z.object({
  column: z.string().max(300).optional().openapi({ description: 'Whose values lie between `least` and `largest`.' }),
  least: z.coerce.number<string>().optional(),
  largest: z.coerce.number<string>().optional(),
  marks: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(SAMPLE_MARKS)))
    .optional()
    .openapi({ description: `Any of ${SAMPLE_MARKS.join(', ')}; several with commas.` }),
  sort: z.string().max(300).optional().openapi({ description: 'A column; by document without it.' }),
  direction: z.enum(['ascending', 'descending']).default('descending'),
});
export type SamplesQuery = z.infer<typeof SamplesQuery>;

/** A page of samples. */
export const SamplesBody = z
  .object({
    rows: list(
      z.object({
        docId: z.number(),
        failed: z.boolean(),
        marks: list(z.enum(SAMPLE_MARKS)),
        values: z.record(z.string(), Figure).readonly().openapi({ description: 'By column.' }),
        excerpt: z.string().openapi({ description: 'The beginning of the question, or the end of the prompt.' }),
      }),
    ),
    ...PAGE_PLACE,
  })
  .openapi('Samples');
export type SamplesBody = z.infer<typeof SamplesBody>;

/** Where a sample stands among those that fit a query. */
export const NeighboursBody = z
  .object({
    position: z.number().nullable().openapi({ description: 'Samples before it; null: it does not fit itself.' }),
    previous: z.number().nullable().openapi({ description: 'Document of the sample before it.' }),
    next: z.number().nullable(),
    total: z.number(),
  })
  .openapi('SampleNeighbours');
