import { UserError, type EncodedPair, type Tokens } from '@understudy/core';

/** Tokens that fit, and how many were cut off on the left. */
export interface Truncated<T> {
  readonly value: T;
  readonly cut: number;
}

/** What prompts must fit into. */
export interface ContextLength {
  readonly tokens: number;
  /** An encoder reads contexts and prompts: they need not share their room with what follows. */
  readonly pairsAreApart: boolean;
}

/**
 * Cuts a pair as the `hf` backend of lm-evaluation-harness does: of context and continuation the last `maxLength + 1` tokens
 * stay, because the last token is only predicted and never an input; where they are apart, the last `maxLength` of the context.
 * @throws UserError `continuation-too-long` when the continuation alone does not fit
 */
export function truncatePair(
  pair: EncodedPair,
  { tokens: maxLength, pairsAreApart }: ContextLength,
): Truncated<EncodedPair> {
  const { context, continuation } = pair;
  if (continuation.length > maxLength) {
    throw new UserError({
      code: 'continuation-too-long',
      message: `A continuation of ${continuation.length} tokens does not fit into the model's context of ${maxLength}.`,
      hint: 'Use a model with a longer context, or leave this task out.',
    });
  }
  const room = pairsAreApart ? maxLength : maxLength + 1 - continuation.length;
  const cut = Math.max(0, context.length - room);
  return cut === 0 ? { value: pair, cut } : { value: { context: context.slice(cut), continuation }, cut };
}

/** Keeps the last tokens of a prompt so that `maxNewTokens` more fit into the length, if they share it; at least one token stays. */
export function truncatePrompt(
  tokens: Tokens,
  { tokens: maxLength, pairsAreApart }: ContextLength,
  maxNewTokens: number,
): Truncated<Tokens> {
  const cut = Math.max(0, tokens.length - (pairsAreApart ? maxLength : Math.max(1, maxLength - maxNewTokens)));
  return cut === 0 ? { value: tokens, cut } : { value: tokens.slice(cut), cut };
}
