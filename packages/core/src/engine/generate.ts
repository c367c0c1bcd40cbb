import type { ChatMessage } from './chat-message.js';
import type { Decoding } from './decoding.js';
import type { RequestFailure, RequestOrigin } from './score.js';
import type { ServiceRecord } from './service-record.js';
import type { Tokens } from './tokens.js';

/**
 * How the next token is chosen. `temperature` 0 is greedy and ignores the others. They apply in the order of transformers:
 * temperature, top-k, top-p, min-p, typical; each sees the distribution that the one before has left.
 */
export interface Sampling {
  readonly temperature: number;
  /** Keep the k most probable tokens; 0 keeps all. */
  readonly topK: number;
  /** Keep the smallest set whose probability reaches p; 1 keeps all. */
  readonly topP: number;
  /** Drop tokens less probable than this share of the best one; 0 keeps all. */
  readonly minP: number;
  /** Keep the tokens whose surprisal is nearest to the entropy, up to this probability (Meister et al. 2023); 1 keeps all. */
  readonly typicalP?: number | undefined;
  readonly seed: number;
}

export type GeneratePrompt =
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'text'; readonly text: string }
  /** A conversation for a server that applies the model's chat template itself. */
  | { readonly kind: 'chat'; readonly messages: readonly ChatMessage[] };

/** Asks for a text. */
export interface GenerateRequest extends RequestOrigin {
  readonly prompt: GeneratePrompt;
  readonly maxTokens: number;
  /** The text ends before the first of them to appear; looked for in text with special tokens written out. */
  readonly stop: readonly string[];
  readonly sampling: Sampling;
  readonly decoding?: Decoding | undefined;
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
