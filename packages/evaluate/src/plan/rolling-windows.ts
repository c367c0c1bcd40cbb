import type { EncodedPair, Tokens } from '@understudy/core';

/**
 * Cuts a text into windows for its rolling log-likelihood, as lm-evaluation-harness does (`get_rolling_token_windows` with one token
 * of context, made disjoint): each token is predicted once; the first window is conditioned on the prefix token, later ones
 * advance by `maxLength` tokens, and the last one is filled backwards with context.
 */
export function rollingWindows(tokens: Tokens, maxLength: number, prefix: number): EncodedPair[] {
  const windows: EncodedPair[] = [];
  for (let start = 0; start < tokens.length; start += maxLength) {
    const end = Math.min(start + maxLength, tokens.length);
    const context = start === 0 ? Int32Array.of(prefix) : tokens.slice(end - maxLength - 1, start);
    windows.push({ context, continuation: tokens.slice(start, end) });
  }
  return windows;
}
