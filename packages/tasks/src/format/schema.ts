import { z } from 'zod';
import { FunctionReference } from './function-reference.js';

const functionReference = z.instanceof(FunctionReference, { error: 'expected a !function' });
const text = z.string({ error: 'expected a text (put it in quotes)' });
const optionalText = text.nullish().transform((value) => value ?? undefined);
const mapping = z.record(z.string(), z.unknown());

const OUTPUT_TYPES = ['multiple_choice', 'loglikelihood', 'loglikelihood_rolling', 'generate_until'] as const;

/** A template, the name of a column, a whole number, or a function. */
const docToText = z.union([z.string(), z.int(), functionReference], {
  error: 'expected a template, the name of a column, a whole number or a !function',
});

const docToTarget = z.union([z.string(), z.int(), z.array(z.unknown()), functionReference], {
  error: 'expected a template, the name of a column, a whole number, a list or a !function',
});

const docToChoice = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string()), functionReference], {
  error: 'expected a template, the name of a column, a list of texts (in quotes: "no", not no) or a !function',
});

const fewshotConfig = z.strictObject({
  sampler: text.default('default'),
  split: optionalText,
  process_docs: functionReference.nullish(),
  fewshot_indices: z.array(z.int()).nullish(),
  samples: z
    .union([z.array(mapping), functionReference], { error: 'expected a list of documents or a !function' })
    .nullish(),
  doc_to_text: docToText.nullish(),
  doc_to_choice: docToChoice.nullish(),
  doc_to_target: docToTarget.nullish(),
  gen_prefix: optionalText,
  fewshot_delimiter: optionalText,
  target_delimiter: optionalText,
});

const metric = z.looseObject({
  metric: z.union([z.string(), functionReference], { error: 'expected the name of a metric or a !function' }),
  aggregation: z.union([z.string(), functionReference]).optional(),
  higher_is_better: z.boolean({ error: 'expected true or false' }).optional(),
});

const filterStep = z.looseObject({
  function: z.union([z.string(), functionReference], { error: 'expected the name of a filter or a !function' }),
});

const filterPipeline = z.strictObject({
  name: text,
  filter: z.array(filterStep, { error: 'expected a list of steps (- function: …)' }),
});

/** `metadata` that is not a mapping is kept under the key `_metadata`, as the reference harness does. */
const metadata = z
  .unknown()
  .optional()
  .transform((value): Readonly<Record<string, unknown>> => {
    if (value === undefined || value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { _metadata: value };
  });

/** The keys of a task file and what each may hold; the names are those of lm-evaluation-harness. */
export const taskSchema = z.strictObject({
  task: text,
  task_alias: optionalText,
  custom_dataset: functionReference.nullish(),
  dataset_path: optionalText,
  dataset_name: optionalText,
  dataset_kwargs: mapping.nullish(),
  training_split: optionalText,
  validation_split: optionalText,
  test_split: optionalText,
  fewshot_split: optionalText,
  process_docs: functionReference.nullish(),
  doc_to_text: docToText.nullish(),
  doc_to_target: docToTarget.nullish(),
  doc_to_choice: docToChoice.nullish(),
  doc_to_image: z.unknown().optional(),
  doc_to_audio: z.unknown().optional(),
  unsafe_code: z.boolean().nullish(),
  process_results: z.union([functionReference, z.string()]).nullish(),
  use_prompt: optionalText,
  description: text.nullish().transform((value) => value ?? ''),
  target_delimiter: text.default(' '),
  fewshot_delimiter: text.default('\n\n'),
  fewshot_config: fewshotConfig.nullish(),
  num_fewshot: z.int().min(0, { error: 'expected 0 or more' }).nullish(),
  metric_list: z.array(metric, { error: 'expected a list of metrics (- metric: acc)' }).nullish(),
  output_type: z.enum(OUTPUT_TYPES, { error: `expected one of ${OUTPUT_TYPES.join(', ')}` }).default('generate_until'),
  generation_kwargs: mapping.nullish(),
  repeats: z.int().min(1).default(1),
  filter_list: z.array(filterPipeline, { error: 'expected a list of filters (- name: …, filter: …)' }).nullish(),
  should_decontaminate: z.boolean().nullish(),
  doc_to_decontamination_query: z.union([z.string(), functionReference]).nullish(),
  gen_prefix: optionalText,
  metadata,
});

/** A member of a group: the name of a task, group or tag, or one of them with other settings. */
const groupMember = z.union([z.string(), mapping], { error: 'expected a name, or a mapping with task: or group:' });

const aggregateMetric = z.strictObject({
  metric: text,
  filter_list: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((value) => (typeof value === 'string' ? [value] : (value ?? undefined))),
  aggregation: z.literal('mean', { error: 'expected mean, the only aggregation of groups' }).default('mean'),
  weight_by_size: z.boolean().default(true),
});

/** The keys of a group file; all others are settings for its members. */
export const groupSchema = z.object({
  group: text,
  group_alias: optionalText,
  task: z
    .union([z.string(), z.array(groupMember)])
    .nullish()
    .transform((value) => (typeof value === 'string' ? [value] : (value ?? []))),
  aggregate_metric_list: z
    .union([aggregateMetric, z.array(aggregateMetric)])
    .nullish()
    .transform((value) => (value === null || value === undefined || Array.isArray(value) ? (value ?? []) : [value])),
  metadata,
});

/** Keys of a task file that place it in the library and are no part of the task itself. */
export const STRUCTURAL_KEYS: readonly string[] = ['tag', 'group', 'task_list'];

/** Keys that belong to a group itself. */
export const GROUP_KEYS: readonly string[] = Object.keys(groupSchema.shape);

/** Keys that a task file may have, for suggestions. */
export const TASK_KEYS: readonly string[] = [...Object.keys(taskSchema.shape), ...STRUCTURAL_KEYS, 'include'];
