import type { Tokens } from '@understudy/core';

/** The tokens that a text follows: those of its prompt and its own. */
export class TokenHistory {
  /** Prompt and text in order. */
  readonly tokens: number[];
  /** How often the text has a token; the prompt does not count. */
  readonly textCounts = new Map<number, number>();
  readonly #promptLength: number;

  constructor(prompt: Tokens, text: readonly number[] = []) {
    this.tokens = [...prompt];
    this.#promptLength = prompt.length;
    for (const token of text) this.add(token);
  }

  /** Tokens of the text. */
  get textLength(): number {
    return this.tokens.length - this.#promptLength;
  }

  /** Takes the next token of the text. */
  add(token: number): void {
    this.tokens.push(token);
    this.textCounts.set(token, (this.textCounts.get(token) ?? 0) + 1);
  }
}
