import type { AddedToken, CharacterRules, SentencePieceTokenizer, SpacePrefix } from '@understudy/checkpoint';
import type { TokenizerInfo, Tokens } from '@understudy/core';
import {
  segmentEncoder,
  type SegmentEncoder,
  type TextCodec,
  type TextVocabulary,
  type Vocabulary,
} from '@understudy/engine-llama';
import { AddedTokenSplitter, type Stretch } from './added-token-splitter.js';

/** How SentencePiece writes a space. */
const SPACE = '\u2581';

/** A SentencePiece tokenizer as transformers has it: added tokens are found first, libllama's vocabulary reads what is between them. */
export class SentencePieceCodec implements TextCodec, TextVocabulary {
  readonly info: TokenizerInfo;
  readonly #vocabulary: Vocabulary;
  readonly #prefix: SpacePrefix;
  readonly #rewrite: CharacterRules;
  readonly #added: ReadonlyMap<number, AddedToken>;
  readonly #plain: AddedTokenSplitter;
  readonly #normalized: AddedTokenSplitter;
  readonly #segments: SegmentEncoder;
  readonly #endIds: ReadonlySet<number>;

  constructor(
    { added, prefix, rewrite }: Omit<SentencePieceTokenizer, 'metadata'>,
    { vocabulary, info, endIds }: CodecParts,
  ) {
    this.info = info;
    this.#vocabulary = vocabulary;
    this.#prefix = prefix;
    this.#rewrite = rewrite;
    this.#added = new Map(added.map((token) => [token.id, token]));
    this.#endIds = endIds;
    this.#plain = new AddedTokenSplitter(added.filter(({ isNormalized }) => !isNormalized));
    this.#normalized = new AddedTokenSplitter(
      added
        .filter(({ isNormalized }) => isNormalized)
        // Its text is treated like others, where that does not depend on the place.
        .map((token) => ({ ...token, text: `${prefix === 'every' ? SPACE : ''}${withSpaces(token.text)}` })),
    );
    this.#segments = segmentEncoder(vocabulary);
  }

  encode(text: string, { addSpecial }: { readonly addSpecial: boolean }): Tokens {
    // What has no place in UTF-8 becomes U+FFFD, as in every other tokenizer.
    const parts = this.#plain.split(Buffer.from(text).toString());
    const tokens = parts.map((part) => (typeof part === 'number' ? [part] : this.#stretch(part)));
    const { addsBos, addsEos, bos, eos } = this.#vocabulary;
    const front = addSpecial && addsBos && bos !== undefined ? [bos] : [];
    const back = addSpecial && addsEos && eos !== undefined ? [eos] : [];
    return Int32Array.from([front, ...tokens, back].flatMap((ids) => [...ids]));
  }

  /** Takes out one space that stands in front, as the decoder of transformers does. */
  decode(tokens: Tokens, options: { readonly special: boolean }): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.detokenize(tokens, options));
  }

  detokenize(tokens: Tokens, options: { readonly special: boolean }): Uint8Array {
    const bytes = Buffer.concat(Array.from(tokens, (token) => this.piece(token, options)));
    return this.#prefix !== 'never' && bytes[0] === 0x20 ? bytes.subarray(1) : bytes;
  }

  piece(token: number, options: { readonly special: boolean }): Uint8Array {
    const added = this.#added.get(token);
    if (added === undefined) return this.#vocabulary.piece(token, options);
    return Buffer.from(added.isSpecial && !options.special ? '' : added.text.replaceAll(SPACE, ' '));
  }

  isEnd(token: number): boolean {
    return this.#endIds.has(token);
  }

  #stretch({ text, start }: Stretch): Iterable<number> {
    // The model puts the space there itself, and treats ▁ and spaces each in its way.
    if (this.#prefix === 'own') return this.#segments.encode(text);
    const parts = this.#normalized.split(
      `${this.#needsSpace(text, start) ? SPACE : ''}${withSpaces(this.#rewrite(text))}`,
    );
    return parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...this.#segments.encode(part.text.replaceAll(SPACE, ' '))],
    );
  }

  #needsSpace(text: string, start: number): boolean {
    if (this.#prefix === 'first') return start === 0 && !text.startsWith(' ') && !text.startsWith(SPACE);
    return this.#prefix === 'every';
  }
}

/** What a codec works with. */
export interface CodecParts {
  readonly vocabulary: Vocabulary;
  readonly info: TokenizerInfo;
  /** Tokens that end a text. */
  readonly endIds: ReadonlySet<number>;
}

function withSpaces(text: string): string {
  return text.replaceAll(' ', SPACE);
}
