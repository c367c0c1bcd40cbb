import { z } from 'zod';

const mapping = z.record(z.string(), z.unknown());

/** What is read of the reference harness's results file; everything else in it is let be. */
export const resultsSchema = z.looseObject({
  results: z.record(z.string(), mapping),
  groups: z.record(z.string(), mapping).optional(),
  group_subtasks: z.record(z.string(), z.array(z.string())).default({}),
  configs: z.record(z.string(), mapping),
  versions: z.record(z.string(), z.unknown()).default({}),
  'n-shot': z.record(z.string(), z.number()).default({}),
  higher_is_better: z.record(z.string(), z.record(z.string(), z.boolean().nullable())).default({}),
  'n-samples': z.record(z.string(), z.object({ original: z.number(), effective: z.number() })).default({}),
  config: mapping.default({}),
  date: z.number().optional(),
  lm_eval_version: z.string().nullish(),
  transformers_version: z.string().nullish(),
  max_length: z.number().nullish(),
  model_source: z.string().nullish(),
  model_name: z.string().nullish(),
  system_instruction: z.string().nullish(),
  fewshot_as_multiturn: z.boolean().nullish(),
  chat_template: z.string().nullish(),
  total_evaluation_time_seconds: z.string().nullish(),
});

/** A results file of the reference harness. */
export type HarnessResults = z.output<typeof resultsSchema>;

const stringOrList: z.ZodType<StringLeaves> = z.lazy(() => z.union([z.string(), z.array(stringOrList)]));

/** Responses as the harness logs them: lists of texts. */
export type StringLeaves = string | readonly StringLeaves[];

/** A line of its samples file; the metrics stand beside these keys. */
export const sampleSchema = z.looseObject({
  doc_id: z.int().min(0),
  target: z.string(),
  arguments: z.record(
    z.string(),
    z.looseObject({ arg_0: z.string(), arg_1: z.union([z.string(), mapping]).optional() }),
  ),
  resps: z.array(z.array(stringOrList)),
  filtered_resps: z.array(stringOrList),
  filter: z.string(),
  metrics: z.array(z.string()),
  doc_hash: z.string(),
  prompt_hash: z.string(),
  target_hash: z.string(),
});

/** A line of a samples file. */
export type HarnessSample = z.output<typeof sampleSchema>;
