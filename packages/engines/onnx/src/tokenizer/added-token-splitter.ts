import type { AddedToken } from '@understudy/checkpoint';

/** A stretch of text between added tokens. */
export interface Stretch {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly start: number;
}

/**
 * Takes texts apart at added tokens, as huggingface/tokenizers does (`added_vocabulary.rs`): the leftmost first, of those the longest,
 * with the white space that they swallow.
 */
export class AddedTokenSplitter {
  readonly #tokens: ReadonlyMap<string, AddedToken>;
  readonly #pattern: RegExp | undefined;

  constructor(tokens: readonly AddedToken[]) {
    this.#tokens = new Map(tokens.map((token) => [token.text, token]));
    const texts = [...this.#tokens.keys()].toSorted((a, b) => b.length - a.length);
    this.#pattern = texts.length === 0 ? undefined : new RegExp(texts.map(escaped).join('|'), 'gu');
  }

  /** Stretches, none of them empty, and ids of tokens. */
  split(text: string): readonly (Stretch | number)[] {
    if (this.#pattern === undefined) return text === '' ? [] : [{ text, start: 0 }];
    const parts: (Stretch | number)[] = [];
    let end = 0;
    for (const match of text.matchAll(this.#pattern)) {
      const token = this.#tokens.get(match[0]);
      if (token === undefined) continue;
      const between = text.slice(end, match.index);
      const kept = token.stripsLeft ? between.replace(TRAILING_SPACE, '') : between;
      if (kept !== '') parts.push({ text: kept, start: end });
      parts.push(token.id);
      end = match.index + match[0].length;
      if (token.stripsRight) end += LEADING_SPACE.exec(text.slice(end))?.[0].length ?? 0;
    }
    if (end < text.length) parts.push({ text: text.slice(end), start: end });
    return parts;
  }
}

// Unicode's white space, as in Rust; JavaScript's \s is another set.
const LEADING_SPACE = /^\p{White_Space}+/u;
const TRAILING_SPACE = /\p{White_Space}+$/u;

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
