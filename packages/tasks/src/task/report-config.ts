import { FunctionReference } from '../format/function-reference.js';
import type { TaskConfig } from '../format/task-config.js';

/** The order in which the reference harness writes a task's configuration. */
const KEYS: readonly (keyof TaskConfig)[] = [
  'task',
  'task_alias',
  'custom_dataset',
  'dataset_path',
  'dataset_name',
  'dataset_kwargs',
  'training_split',
  'validation_split',
  'test_split',
  'fewshot_split',
  'process_docs',
  'doc_to_text',
  'doc_to_target',
  'unsafe_code',
  'doc_to_choice',
  'process_results',
  'use_prompt',
  'description',
  'target_delimiter',
  'fewshot_delimiter',
  'fewshot_config',
  'num_fewshot',
  'metric_list',
  'output_type',
  'generation_kwargs',
  'repeats',
  'filter_list',
  'should_decontaminate',
  'doc_to_decontamination_query',
  'gen_prefix',
  'metadata',
];

/** Functions are reported by their names, where the reference harness writes their source. */
function plain(value: unknown): unknown {
  if (value instanceof FunctionReference) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** The few-shot settings with everything they inherit written out. */
function fewshotConfig(config: TaskConfig): Readonly<Record<string, unknown>> {
  const own = config.fewshot_config ?? undefined;
  return {
    sampler: own?.sampler ?? 'default',
    split: config.fewshot_split ?? null,
    process_docs: own?.process_docs ?? config.process_docs ?? null,
    fewshot_indices: own?.fewshot_indices ?? null,
    samples: own?.samples ?? null,
    doc_to_text: own?.doc_to_text ?? config.doc_to_text ?? null,
    doc_to_choice: own?.doc_to_choice ?? config.doc_to_choice ?? null,
    doc_to_target: own?.doc_to_target ?? config.doc_to_target ?? null,
    gen_prefix: own?.gen_prefix ?? config.gen_prefix ?? null,
    fewshot_delimiter: own?.fewshot_delimiter ?? config.fewshot_delimiter,
    target_delimiter: own?.target_delimiter ?? config.target_delimiter,
  };
}

/** What a run settles of a task's configuration. */
export interface SettledConfig {
  readonly numFewshot: number;
  /** `generation_kwargs` with defaults and the command line's; undefined for tasks that generate nothing. */
  readonly generationArguments: Readonly<Record<string, unknown>> | undefined;
  readonly repeats: number;
}

/** A task's configuration in the shape of the reference harness's `configs`: absent keys are left out. */
export function reportConfig(config: TaskConfig, settled: SettledConfig): Readonly<Record<string, unknown>> {
  const values: Readonly<Record<string, unknown>> = {
    ...config,
    unsafe_code: config.unsafe_code ?? false,
    should_decontaminate: config.should_decontaminate ?? false,
    fewshot_config: fewshotConfig(config),
    num_fewshot: settled.numFewshot,
    generation_kwargs: settled.generationArguments ?? config.generation_kwargs,
    repeats: settled.repeats,
  };
  const present = KEYS.filter((key) => values[key] !== undefined && values[key] !== null);
  return Object.fromEntries(present.map((key) => [key, plain(values[key])]));
}
