import type { JsonObject } from '@understudy/store';
import { functionMark, isAddress } from './function-mark.js';

/** What of a task's configuration decides a metric's value. */
export interface ConfigPart {
  readonly metric: string;
  readonly filter: string;
  readonly numFewshot: number;
}

/** Keys that shape a prompt, its choices or its target. */
const PROMPT_KEYS = ['doc_to_text', 'doc_to_target', 'doc_to_choice', 'gen_prefix', 'target_delimiter', 'description'];
const DATA_KEYS = ['custom_dataset', 'dataset_path', 'dataset_name', 'dataset_kwargs', 'process_docs', 'use_prompt'];
const SCORE_KEYS = ['output_type', 'process_results', 'repeats'];
const FEWSHOT_KEYS = ['training_split', 'fewshot_split', 'fewshot_delimiter'];

/**
 * A task's configuration, of which runs keep the reference harness's shape, without what cannot change this metric (titles, notes,
 * other metrics and filters, few-shot settings at zero shots, decontamination) and written in one way: an empty text is none, and a
 * function is what its code does, see `functionMark`.
 */
export function comparableConfig(config: JsonObject, part: ConfigPart): JsonObject {
  return {
    ...pick(config, [...DATA_KEYS, ...PROMPT_KEYS, ...SCORE_KEYS]),
    split: config['test_split'] ?? config['validation_split'] ?? null,
    metric: named(config['metric_list'], 'metric', part.metric),
    filter: named(config['filter_list'], 'name', part.filter),
    generation: config['output_type'] === 'generate_until' ? config['generation_kwargs'] : undefined,
    fewshot: part.numFewshot > 0 ? fewshotPart(config) : undefined,
  };
}

/**
 * `fewshot_config` repeats what it inherits, as both programs write it, the harness its functions by an address only; where it is absent
 * everything is inherited.
 */
function fewshotPart(config: JsonObject): JsonObject {
  const own = isObject(config['fewshot_config']) ? config['fewshot_config'] : {};
  const { split: _split, sampler = 'default', ...rest } = own;
  const changed = Object.entries(rest)
    .filter(([, value]) => !isAddress(value))
    .map(([key, value]) => [key, plainValue(value)] as const)
    .filter(([key, plain]) => plain !== undefined && JSON.stringify(plain) !== JSON.stringify(plainValue(config[key])));
  return { ...pick(config, FEWSHOT_KEYS), sampler, ...Object.fromEntries(changed) };
}

function pick(config: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, plainValue(config[key])]));
}

function plainValue(value: unknown): unknown {
  if (value === null || value === '') return undefined;
  return typeof value === 'string' ? functionMark(value) : value;
}

/** The entry of a list for this metric or filter, without what only says how to show it; undefined: the program's own. */
function named(list: unknown, key: string, name: string): unknown {
  if (!Array.isArray(list)) return undefined;
  const found: unknown = list.find((one: unknown) => isObject(one) && one[key] === name);
  if (!isObject(found)) return undefined;
  const { higher_is_better: _direction, ...rest } = found;
  return rest;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
