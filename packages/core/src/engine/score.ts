import type { ServiceRecord } from './service-record.js';
import type { EncodedPair, TextPair } from './tokens.js';

/** Where a request belongs: requests of one document share a context, those of one leaf task may share a prefix. */
export interface RequestOrigin {
  /** Unique within one call of `score` or `generate`. */
  readonly id: number;
  /** The leaf task, e.g. `mmlu_anatomy`. */
  readonly task: string;
  /** The document's place in its split. */
  readonly document: number;
  /**
   * Number of leading prompt tokens known to be shared by the documents of the leaf task, independent of `--limit` and of what is
   * already stored; 0 when unknown. A document may turn out to share fewer of them.
   */
  readonly sharedPrefix: number;
}

/** A context and a continuation: tokens for engines with a tokenizer, text for others. Never longer than the engine's context. */
export type ScorePrompt = ({ readonly kind: 'tokens' } & EncodedPair) | ({ readonly kind: 'text' } & TextPair);

/** Asks for the log-probability of a continuation given its context. */
export interface ScoreRequest extends RequestOrigin {
  readonly prompt: ScorePrompt;
}

/** The answer to a score request. */
export interface Score {
  readonly status: 'ok';
  readonly id: number;
  /** Natural logarithm: sum of the continuation's token log-probabilities, in nats. */
  readonly logProbability: number;
  /** True when each token of the continuation is the arg-max (first index on ties); false for an engine that cannot tell (`greedyFlag`). */
  readonly isGreedy: boolean;
  /** Tokens of context and continuation. */
  readonly promptTokens: number;
  /** Those of them that were taken from a shared prefix or from a sibling and not computed again. */
  readonly cachedTokens: number;
  /** Where somebody else serves the model. */
  readonly service?: ServiceRecord | undefined;
}

/** One request failed; the others go on. */
export interface RequestFailure {
  readonly status: 'error';
  readonly id: number;
  readonly code: string;
  readonly message: string;
}

export type ScoreResponse = Score | RequestFailure;
