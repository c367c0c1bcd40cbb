import type { Price } from '@understudy/core';
import type { TokenUsage } from './token-usage.js';

const PER = 1_000_000;

/** What tokens cost, in the price's currency; null when the price is not known. */
export function costOf(
  { promptTokens, generatedTokens }: Pick<TokenUsage, 'promptTokens' | 'generatedTokens'>,
  price: Price | null,
): number | null {
  return price === null ? null : (promptTokens * price.input + generatedTokens * price.output) / PER;
}

/** Tokens that a server may add to a prompt: the chat template's own, a default system message. */
const ADDED_TOKENS = 256;

/**
 * The most that an answer can cost. The server's tokenizer is not known here; no tokenizer in use makes more tokens of a text than it
 * has bytes.
 */
export function costBound(promptBytes: number, maxTokens: number, price: Price | null): number {
  return costOf({ promptTokens: promptBytes + ADDED_TOKENS, generatedTokens: maxTokens }, price) ?? 0;
}
