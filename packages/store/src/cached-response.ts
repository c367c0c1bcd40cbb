import type { Generation, Score } from '@understudy/core';

/** SHA-256 in lower-case hexadecimal of everything that decides a response: see `responseKeys`. */
export type ResponseKey = string;

/** A response as the cache keeps it: the engine's answer without the request's id. */
export type CachedResponse =
  | ({ readonly kind: 'score' } & Pick<Score, 'logProbability' | 'isGreedy' | 'promptTokens'>)
  | ({ readonly kind: 'generate' } & Pick<Generation, 'text' | 'finishReason' | 'promptTokens' | 'generatedTokens'>);

/** A response to be cached. */
export interface CacheEntry {
  readonly key: ResponseKey;
  readonly response: CachedResponse;
}
