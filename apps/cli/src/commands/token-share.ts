import type { EngineCounters } from '@understudy/core';

/** Tokens that requests had, prompts and answers together, and the share of them that did not have to be computed. */
export function tokenShare({
  uniqueTokens,
  requestedTokens,
  generatedTokens,
}: Pick<EngineCounters, 'uniqueTokens' | 'requestedTokens' | 'generatedTokens'>) {
  const tokens = requestedTokens + generatedTokens;
  const shared = Math.max(0, 1 - uniqueTokens / tokens);
  return { tokens, share: `${Math.round(100 * shared)}%` };
}
