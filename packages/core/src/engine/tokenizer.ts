import type { EncodedPair, TextPair, Tokens } from './tokens.js';

/** A token with a meaning of its own. */
export interface SpecialToken {
  readonly id: number;
  readonly text: string;
}

/** What a vocabulary says of itself. */
export interface TokenizerInfo {
  readonly vocabularySize: number;
  readonly bos: SpecialToken | undefined;
  readonly eos: SpecialToken | undefined;
  /** True when encoding with special tokens puts BOS in front. */
  readonly addsBos: boolean;
  /** Stands for an empty context: BOS, else EOS (lm-evaluation-harness, `prefix_token_id`). */
  readonly prefix: SpecialToken;
  /**
   * True for a model with an encoder: context and continuation are encoded apart and each has the context length for itself. Absent or
   * false: they are one sequence.
   */
  readonly pairsAreApart?: boolean;
  /** The model's own chat template (Jinja), if its file has one. */
  readonly chatTemplate: string | undefined;
}

/** How texts are encoded. */
export interface EncodeOptions {
  /** Add the vocabulary's default special tokens (BOS). */
  readonly addSpecial: boolean;
}

/**
 * The tokenizer of a local model. Texts of special tokens inside a prompt are always parsed as special tokens,
 * as the reference harness does. Calls take many texts at once, because the tokenizer lives in another process.
 */
export interface Tokenizer {
  readonly info: TokenizerInfo;
  encode(texts: readonly string[], options: EncodeOptions): Promise<readonly Tokens[]>;
  /**
   * Context and continuation by the conventions of lm-evaluation-harness (`_encode_pair`): trailing white space of the
   * context moves to the continuation, the whole is encoded once and cut at the length of the encoded context; an
   * empty context becomes the prefix token. Special tokens are off where the text already starts with the prefix token.
   */
  encodePairs(pairs: readonly TextPair[]): Promise<readonly EncodedPair[]>;
  /** The text of tokens; `special` writes special tokens out, else they vanish. */
  decode(tokens: readonly Tokens[], options: { readonly special: boolean }): Promise<readonly string[]>;
}
