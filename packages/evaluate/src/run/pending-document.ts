import type { GenerateResponse, ScoreResponse } from '@understudy/core';
import type { CachedResponse, CacheEntry, ResponseKey } from '@understudy/store';
import type { PlannedDocument } from '../plan/request-encoder.js';

/** The answer to one engine request: fresh, from the cache, or a failure. */
export type Answer = ScoreResponse | GenerateResponse;

/** A document whose requests are being answered. */
export class PendingDocument {
  readonly planned: PlannedDocument;
  /** One for each planned request, in order. */
  readonly answers: (Answer | undefined)[];
  readonly cacheEntries: CacheEntry[] = [];
  cachedResponses = 0;
  #missing: number;

  constructor(planned: PlannedDocument) {
    this.planned = planned;
    this.answers = planned.requests.map(() => undefined);
    this.#missing = planned.requests.length;
  }

  get isComplete(): boolean {
    return this.#missing === 0;
  }

  /** Takes an answer of the engine; one that can be had again is kept for the cache. */
  answer(at: number, answer: Answer, key: ResponseKey): void {
    this.#set(at, answer);
    const response = toCached(answer);
    if (response !== undefined) this.cacheEntries.push({ key, response });
  }

  /** Takes an answer from the cache. */
  answerFromCache(at: number, cached: CachedResponse): void {
    const { id } = this.planned.requests[at]!.request;
    const { kind: _kind, ...answer } = cached;
    this.#set(at, { status: 'ok', id, cachedTokens: cached.promptTokens, ...answer } as Answer);
    this.cachedResponses++;
  }

  #set(at: number, answer: Answer): void {
    if (this.answers[at] === undefined) this.#missing--;
    this.answers[at] = answer;
  }
}

function toCached(answer: Answer): CachedResponse | undefined {
  if (answer.status === 'error') return undefined;
  const { promptTokens } = answer;
  return 'text' in answer
    ? {
        kind: 'generate',
        text: answer.text,
        finishReason: answer.finishReason,
        promptTokens,
        generatedTokens: answer.generatedTokens,
      }
    : { kind: 'score', logProbability: answer.logProbability, isGreedy: answer.isGreedy, promptTokens };
}
