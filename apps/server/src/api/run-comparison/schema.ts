import { z } from '@hono/zod-openapi';
import { PAIR_OUTCOMES } from '@understudy/store';
import { list, Measure, PAGE_PLACE } from '../json.js';
import { Figure } from '../runs/figure.js';
import { RunBody } from '../runs/schema.js';

/** What is set differently in two runs, as JSON text; null where one has no such setting. */
const DifferenceBody = z.object({ name: z.string(), first: z.string().nullable(), second: z.string().nullable() });

/** Two runs, and what they have in common. */
export const ComparisonBody = z
  .object({
    first: RunBody,
    second: RunBody,
    tasks: list(z.string()).openapi({ description: 'Of both.' }),
    onlyInFirst: list(z.string()),
    onlyInSecond: list(z.string()),
    settings: list(DifferenceBody),
  })
  .openapi('RunComparison');

/** Two runs by one column of a task. */
const ColumnComparisonBody = z.object({
  name: z.string(),
  kind: z.enum(['metric', 'margin', 'characters']),
  higherIsBetter: z.boolean().nullable(),
  isBinary: z.boolean(),
  first: Figure.openapi({ description: 'Mean over the documents that have a value in both runs.' }),
  second: Figure,
  difference: Measure.openapi({
    description: 'First − second, paired by document; Tango’s interval for values of 0 and 1, else Student’s.',
  }),
  pValue: z.number().nullable().openapi({
    description: 'McNemar’s exact test for values of 0 and 1, else Student’s paired test.',
  }),
  different: z.number(),
  binary: z.object({ both: z.number(), neither: z.number(), onlyFirst: z.number(), onlySecond: z.number() }).nullable(),
});
export type ColumnComparisonBody = z.infer<typeof ColumnComparisonBody>;

/** Two runs on all their common tasks, by the main metric of each. */
export const TasksComparisonBody = z
  .object({
    tasks: list(
      z.object({
        task: z.string(),
        settingsDiffering: z.number().openapi({ description: 'Settings of the task itself that differ.' }),
        promptsDiffering: z.number().openapi({ description: 'Documents of both that were asked with another prompt.' }),
        column: ColumnComparisonBody.nullable().openapi({
          description: 'The main metric; null where the runs have no metric with a value per document in common.',
        }),
      }),
    ),
  })
  .openapi('TasksComparison');
export type TasksComparisonBody = z.infer<typeof TasksComparisonBody>;

/** Two runs on one task, metric by metric. */
export const TaskComparisonBody = z
  .object({
    task: z.string(),
    settings: list(DifferenceBody).openapi({ description: 'What the task itself is set to differently.' }),
    matched: z.number(),
    onlyInFirst: z.number(),
    onlyInSecond: z.number(),
    promptsDiffering: z.number(),
    columns: list(ColumnComparisonBody),
  })
  .openapi('TaskComparison');
export type TaskComparisonBody = z.infer<typeof TaskComparisonBody>;

/** Documents of two runs. */
export const PairsBody = z
  .object({
    rows: list(
      z.object({
        docId: z.number(),
        secondDocId: z.number().openapi({ description: 'Another number where rows are ordered differently.' }),
        first: Figure,
        second: Figure,
        samePrompt: z.boolean(),
        excerpt: z.string(),
      }),
    ),
    ...PAGE_PLACE,
  })
  .openapi('RunPairs');
export type PairsBody = z.infer<typeof PairsBody>;

export const PairOutcome = z.enum(PAIR_OUTCOMES);
