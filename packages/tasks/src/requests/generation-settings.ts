import type { Sampling } from '@understudy/core';
import type { TaskConfig } from '../format/task-config.js';

/** What the engine is asked for, from a task's `generation_kwargs`. */
export interface GenerationSettings {
  /** The text ends before the first of them to appear; each in turn cuts what is left. */
  readonly until: readonly string[];
  readonly maxTokens: number;
  /** The seed belongs to the run. */
  readonly sampling: Omit<Sampling, 'seed'>;
}

type Settings = Readonly<Record<string, unknown>>;

const DEFAULT_MAX_TOKENS = 256;
const MAX_TOKENS_NAMES = ['max_gen_toks', 'max_new_tokens', 'max_tokens', 'max_completion_tokens'];
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

function numberOr(settings: Settings, key: string, fallback: number): number {
  const value = settings[key];
  return value === undefined || value === null ? fallback : Number(value);
}

/** `do_sample` unset means: sample if the temperature is above 0. Sampling without a temperature is at 1. */
function temperatureOf(settings: Settings): number {
  const isSampling = settings['do_sample'] ?? numberOr(settings, 'temperature', 0) > 0;
  return isSampling === true ? numberOr(settings, 'temperature', 1) : 0;
}

/** Reads generation arguments by the harness's conventions (`normalize_gen_kwargs`) and those of transformers. */
export function readGenerationSettings(settings: Settings): GenerationSettings {
  const until: readonly unknown[] = [settings['until'] ?? []].flat();
  const limit = MAX_TOKENS_NAMES.map((name) => settings[name]).find((value) => value !== undefined && value !== null);
  return {
    until: until.map(String),
    maxTokens: limit === undefined ? DEFAULT_MAX_TOKENS : Math.trunc(Number(limit)),
    sampling: {
      temperature: temperatureOf(settings),
      topK: numberOr(settings, 'top_k', DEFAULT_TOP_K),
      topP: numberOr(settings, 'top_p', 1),
      minP: numberOr(settings, 'min_p', 0),
    },
  };
}

/** True when a task's texts are to be sampled, not greedy. */
export function isSampled(
  config: Pick<TaskConfig, 'generation_kwargs' | 'fewshot_delimiter'>,
  overrides?: Settings,
): boolean {
  const settings = generationArguments(config.generation_kwargs ?? undefined, config.fewshot_delimiter, overrides);
  return readGenerationSettings(settings).sampling.temperature > 0;
}
