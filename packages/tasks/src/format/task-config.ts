import type { z } from 'zod';
import type { groupSchema, taskSchema } from './schema.js';

/**
 * A task as its file describes it, checked and with defaults filled in. The keys are those of lm-evaluation-harness
 * (its `TaskConfig`), so that its documentation applies.
 */
export type TaskConfig = Readonly<z.output<typeof taskSchema>>;

/** How the examples in front of a question are chosen and written; what is absent is inherited from the task. */
export type FewshotConfig = NonNullable<TaskConfig['fewshot_config']>;

export type OutputType = TaskConfig['output_type'];

/** A group as its file describes it, checked and with defaults filled in. */
export type GroupConfig = Readonly<z.output<typeof groupSchema>>;

/** One entry of a group's `aggregate_metric_list`. */
export type AggregateMetric = GroupConfig['aggregate_metric_list'][number];
