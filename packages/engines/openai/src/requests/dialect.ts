import type { ServerComplaint } from '@understudy/engine-http';

/** Parameters that some models refuse. Without them an answer is another one, so that it is said which were left out. */
export const OPTIONAL_PARAMETERS = ['temperature', 'stop', 'seed'] as const;
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

/** How requests are written for one model: what was found out when it was opened. */
export interface Dialect {
  /** The older name, or the one that OpenAI's reasoning models want. */
  readonly maxTokensName: 'max_tokens' | 'max_completion_tokens';
  readonly leftOut: readonly OptionalParameter[];
  /** Whether it may be asked for log-probabilities of what it generates; only a probe does. */
  readonly hasLogprobs: boolean;
  /** Whether it takes `top_k` and `min_p`: OpenAI's own servers do not, most others do. */
  readonly hasTopK: boolean;
  /** Whether it was seen to hold an answer to a JSON schema (`response_format`). */
  readonly hasJsonSchema: boolean;
}

/** What is tried first. */
export function firstDialect(baseUrl: string): Dialect {
  const hasTopK = new URL(baseUrl).hostname !== 'api.openai.com';
  return { maxTokensName: 'max_tokens', leftOut: [], hasLogprobs: true, hasTopK, hasJsonSchema: false };
}

/** The dialect without what a server complains about; undefined when it complains about something else. */
export function adaptDialect(dialect: Dialect, { message, parameter }: ServerComplaint): Dialect | undefined {
  const isAbout = (name: string): boolean => parameter === name || new RegExp(`\\b${name}\\b`, 'u').test(message);
  if (dialect.maxTokensName === 'max_tokens' && isAbout('max_completion_tokens')) {
    return { ...dialect, maxTokensName: 'max_completion_tokens' };
  }
  if (dialect.hasLogprobs && (isAbout('logprobs') || isAbout('top_logprobs')))
    return { ...dialect, hasLogprobs: false };
  if (dialect.hasTopK && (isAbout('top_k') || isAbout('min_p'))) return { ...dialect, hasTopK: false };
  const refused = OPTIONAL_PARAMETERS.find((name) => isAbout(name) && !dialect.leftOut.includes(name));
  return refused === undefined ? undefined : { ...dialect, leftOut: [...dialect.leftOut, refused] };
}
