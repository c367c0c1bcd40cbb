import type { GrowingText, PreparedRequest } from '@understudy/engine-llama';
import type { Tokens } from '@understudy/core';
import type { NextTokens } from '../runtime/body-feeds.js';

/** Computes texts side by side, each in a slot; those in use are the first ones. */
export interface TextSlots {
  readonly count: number;
  /** True when a text is not too long for a slot. */
  fits(prepared: PreparedRequest): boolean;
  /**
   * Computes a prompt into a slot, and returns how many of its tokens were taken from elsewhere. `next` is the prompt that will
   * probably come after it.
   */
  admit(slot: number, prepared: PreparedRequest, next: Tokens | undefined): Promise<number>;
  /** Computes the next token of each text: a normalised row each, [texts, embeddingLength]. */
  step(texts: readonly GrowingText[]): Promise<Float32Array>;
  /** Copies a slot over another one. */
  move(from: number, to: number): void;
}

/** The last token of each text behind an encoded prompt, which the decoder does not count, and its place in the text. */
export function textTokens(texts: readonly GrowingText[], startToken: number): NextTokens {
  const positions = Int32Array.from(texts, ({ position, prepared }) => position - (prepared.prompt.length - 1));
  const tokens = Int32Array.from(texts, ({ lastToken }, i) => (positions[i] === 0 ? startToken : lastToken));
  return { tokens, positions };
}
