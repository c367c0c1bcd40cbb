import type { TokenChoice } from './decoding.js';
import type { GeneratePrompt } from './generate-prompt.js';
import type { RequestFailure, RequestOrigin } from './score.js';
import type { ServiceRecord } from './service-record.js';

/** Asks for a text. */
export interface GenerateRequest extends RequestOrigin, TokenChoice {
  readonly prompt: GeneratePrompt;
  readonly maxTokens: number;
  /** The text ends before the first of them to appear; looked for in text with special tokens written out. */
  readonly stop: readonly string[];
}

/**
 * Why a generation ended: a stop string, the model's own end token, the token limit, or a server's filter, which withheld the rest.
 */
export type FinishReason = 'stop' | 'end' | 'length' | 'filtered';

/** The answer to a generate request. */
export interface Generation {
  readonly status: 'ok';
  readonly id: number;
  /** Without special tokens, cut before the stop string. */
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly generatedTokens: number;
  /** Where somebody else serves the model. */
  readonly service?: ServiceRecord | undefined;
}

export type GenerateResponse = Generation | RequestFailure;

/** A piece of a text as it is made; the last event carries the whole answer. */
export type StreamEvent =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'finish'; readonly response: GenerateResponse };
