import {
  BugError,
  usedSettings,
  type Constraint,
  type Decoding,
  type DecodingSetting,
  type Sampling,
} from '@understudy/core';
import type { TaskDefinition } from '../format/task-definition.js';
import {
  checkGenerationArguments,
  parseGenerationArguments,
  type GenerationArguments,
} from './generation-arguments.js';
import { refuseClashes } from './generation-clashes.js';

/** What the engine is asked for, from a task's `generation_kwargs`. */
export interface GenerationSettings {
  /** The text ends before the first of them to appear; each in turn cuts what is left. */
  readonly until: readonly string[];
  readonly maxTokens: number;
  /** The seed belongs to the run. */
  readonly sampling: Omit<Sampling, 'seed'>;
  /** Undefined when nothing but `sampling` decides the tokens. */
  readonly decoding: Decoding | undefined;
  /** What stands in place of `doc_to_text` in the prompt of guidance: a template or a column. */
  readonly negativePrompt: string | undefined;
  /** Texts a request, over the task's `repeats`. */
  readonly repeats: number | undefined;
}

type Settings = Readonly<Record<string, unknown>>;

const DEFAULT_MAX_TOKENS = 256;
const MAX_TOKENS_NAMES = ['max_gen_toks', 'max_new_tokens', 'max_tokens', 'max_completion_tokens'] as const;
/** What transformers' `generate` keeps when it samples and nothing is said. */
const DEFAULT_TOP_K = 50;

/**
 * A task's `generation_kwargs` with the harness's defaults, and with those of the command line over them: without any,
 * greedy, 256 tokens, ending at the few-shot delimiter. These are the arguments that samples report.
 */
export function generationArguments(
  own: Settings | undefined,
  fewshotDelimiter: string,
  overrides: Settings = {},
): Settings {
  const base =
    own === undefined
      ? { temperature: 0, do_sample: false, max_gen_toks: DEFAULT_MAX_TOKENS, until: [fewshotDelimiter] }
      : { ...own, ...('temperature' in own ? { temperature: Number(own['temperature']) } : {}) };
  return { ...('until' in base ? base : { ...base, until: [fewshotDelimiter] }), ...overrides };
}

/** `do_sample` unset means: sample if the temperature is above 0. Sampling without a temperature is at 1. */
function temperatureOf({ do_sample: doSample, temperature }: GenerationArguments): number {
  return (doSample ?? (temperature ?? 0) > 0) ? (temperature ?? 1) : 0;
}

/** A setting, or undefined where it is not given or has no effect. */
function unless(value: number | null | undefined, without: number): number | undefined {
  return value === null || value === without ? undefined : value;
}

function constraintOf({ grammar, json_schema: schema }: GenerationArguments): Constraint | undefined {
  if (typeof grammar === 'string') return { kind: 'grammar', grammar };
  return typeof schema === 'string' ? { kind: 'json-schema', schema } : undefined;
}

function beamsOf({
  num_beams: count,
  length_penalty: lengthPenalty,
  early_stopping: earlyStopping,
}: GenerationArguments) {
  if ((count ?? 1) === 1) return undefined;
  return { count: count ?? 1, lengthPenalty: lengthPenalty ?? 1, earlyStopping: earlyStopping ?? false };
}

function decodingOf(given: GenerationArguments): Decoding | undefined {
  const scale = unless(given.guidance_scale, 1);
  const repetitionPenalty = unless(given.repetition_penalty, 1);
  const decoding: Decoding = {
    guidance: scale === undefined ? undefined : { scale, negativePrompt: undefined },
    repetitionPenalty,
    repetitionWindow: repetitionPenalty === undefined ? undefined : (given.repeat_last_n ?? undefined),
    presencePenalty: unless(given.presence_penalty, 0),
    frequencyPenalty: unless(given.frequency_penalty, 0),
    noRepeatNgramSize: unless(given.no_repeat_ngram_size, 0),
    minNewTokens: unless(given.min_new_tokens, 0),
    constraint: constraintOf(given),
    beams: beamsOf(given),
  };
  return Object.values(decoding).every((value) => value === undefined) ? undefined : decoding;
}

/**
 * Reads generation arguments by the harness's conventions (`normalize_gen_kwargs`) and those of transformers. They were checked where
 * they came from (`checkGenerationArguments`).
 * @throws UserError `generation-arguments-clash`
 */
export function readGenerationSettings(settings: Settings): GenerationSettings {
  const given = parseGenerationArguments(settings, (path, expected) => {
    return new BugError({ code: 'generation-argument-unchecked', message: `${path.join('.')}: ${expected}` });
  });
  const temperature = temperatureOf(given);
  refuseClashes(given, { isSampled: temperature > 0 });
  const limit = MAX_TOKENS_NAMES.map((name) => given[name]).find((value) => value !== undefined && value !== null);
  return {
    until: [given.until ?? []].flat(),
    maxTokens: limit ?? DEFAULT_MAX_TOKENS,
    sampling: {
      temperature,
      topK: given.top_k ?? DEFAULT_TOP_K,
      topP: given.top_p ?? 1,
      minP: given.min_p ?? 0,
      typicalP: unless(given.typical_p, 1),
    },
    decoding: decodingOf(given),
    negativePrompt: given.negative_prompt ?? undefined,
    repeats: given.num_return_sequences ?? undefined,
  };
}

/**
 * A task's settings of generation, the arguments of the command line laid over its own.
 * @throws DataError, UserError for arguments that are unknown, wrong, or exclude each other
 */
export function generationSettings(
  definition: Pick<TaskDefinition, 'config' | 'locate'>,
  overrides?: Settings,
): GenerationSettings & { readonly arguments: Settings } {
  checkGenerationArguments(definition, overrides);
  const { generation_kwargs: own, fewshot_delimiter: delimiter } = definition.config;
  const given = generationArguments(own ?? undefined, delimiter, overrides);
  return { ...readGenerationSettings(given), arguments: given };
}

/** Arguments that do something for sampled texts alone. */
const SAMPLING_ARGUMENTS: readonly string[] = ['temperature', 'top_k', 'top_p', 'min_p', 'typical_p'];

/**
 * The arguments of the command line that change nothing because the task's own `do_sample: false` stays, as in the reference harness:
 * `temperature=0.7`, say. A temperature of 0 asks for nothing else.
 */
export function ignoredArguments(
  definition: Pick<TaskDefinition, 'config' | 'locate'>,
  overrides: Settings = {},
): readonly string[] {
  const { sampling } = generationSettings(definition, overrides);
  if (sampling.temperature > 0 || 'do_sample' in overrides || Number(overrides['temperature']) === 0) return [];
  return Object.keys(overrides).filter((name) => SAMPLING_ARGUMENTS.includes(name));
}

/** The settings of decoding that a task's texts make use of; none: they are greedy. Throws as `generationSettings`. */
export function decodingSettings(
  definition: Pick<TaskDefinition, 'config' | 'locate'>,
  overrides?: Settings,
): readonly DecodingSetting[] {
  const { sampling, decoding } = generationSettings(definition, overrides);
  return usedSettings({ sampling: { ...sampling, seed: 0 }, decoding });
}
