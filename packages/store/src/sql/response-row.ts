import type { Insertable, Selectable } from 'kysely';
import type { FinishReason } from '@understudy/core';
import type { CacheEntry, CachedResponse } from '../cached-response.js';
import type { ResponsesTable } from './tables.js';

/**
 * A cached response as a row, or undefined for what would not come back as it was: a log-probability that is not a number (SQLite makes it
 * null), a text that the database does not keep.
 */
export function responseToRow(
  { key, response }: CacheEntry,
  keepsText: (text: string) => boolean,
): Insertable<ResponsesTable> | undefined {
  const isScore = response.kind === 'score';
  if (isScore && Number.isNaN(response.logProbability)) return undefined;
  if (!isScore && !keepsText(response.text)) return undefined;
  return {
    key: Buffer.from(key, 'hex'),
    log_probability: isScore ? response.logProbability : null,
    is_greedy: isScore ? Number(response.isGreedy) : null,
    text: isScore ? null : response.text,
    finish_reason: isScore ? null : response.finishReason,
    prompt_tokens: response.promptTokens,
    generated_tokens: isScore ? null : response.generatedTokens,
  };
}

/** A cached response. */
export function rowToResponse(row: Selectable<ResponsesTable>): CachedResponse {
  if (row.log_probability !== null) {
    return {
      kind: 'score',
      logProbability: row.log_probability,
      isGreedy: row.is_greedy === 1,
      promptTokens: row.prompt_tokens,
    };
  }
  return {
    kind: 'generate',
    text: row.text ?? '',
    // Only `responseToRow` writes the column, from a `FinishReason`.
    finishReason: row.finish_reason as FinishReason,
    promptTokens: row.prompt_tokens,
    generatedTokens: row.generated_tokens ?? 0,
  };
}
