import type { Tokens } from '@understudy/core';
import type { Context } from '../context/context.js';

/** A prompt prefix that was computed into a sequence of its own. */
export interface HeldPrefix {
  readonly sequence: number;
  readonly tokens: Tokens;
}

/** Prefixes that several prompts share, each computed once. The one used longest ago makes room for a new one. */
export class HeldPrefixes {
  readonly #context: Context;
  readonly #free: number[];
  #held: HeldPrefix[] = [];

  /** `sequences` are the context's sequences that may be used. */
  constructor(context: Context, sequences: readonly number[]) {
    this.#context = context;
    this.#free = [...sequences];
  }

  /** The held prefix of exactly these tokens, if there is one; it counts as used. */
  find(tokens: Tokens): HeldPrefix | undefined {
    const found = this.#held.find((prefix) => isEqual(prefix.tokens, tokens));
    if (found !== undefined) this.#held = [...this.#held.filter((prefix) => prefix !== found), found];
    return found;
  }

  /** An empty sequence for a new prefix; its tokens are computed into it by the caller. */
  add(tokens: Tokens): HeldPrefix {
    const sequence = this.#free.pop() ?? this.#evict();
    const prefix = { sequence, tokens };
    this.#held.push(prefix);
    return prefix;
  }

  #evict(): number {
    const { sequence } = this.#held.shift()!;
    this.#context.removeSequence(sequence);
    return sequence;
  }
}

/** True for the same tokens. */
export function isEqual(a: Tokens, b: Tokens): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}

/** Number of leading tokens that two sequences share. */
export function sharedLength(a: Tokens, b: Tokens): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length;
}
