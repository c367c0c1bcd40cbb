/** `TrainerSpec.ModelType`, by number. */
export const ALGORITHMS = ['unknown', 'unigram', 'bpe', 'word', 'char'] as const;

/** `SentencePiece.Type`; GGUF's token types have the same numbers. */
export const PIECE = { normal: 1, unknown: 2, control: 3, userDefined: 4, unused: 5, byte: 6 } as const;

/** An entry of a vocabulary; its token id is its place. */
export interface Piece {
  readonly text: string;
  readonly score: number;
  /** One of `PIECE`. */
  readonly type: number;
}

/** What a SentencePiece model says, as far as it decides on tokens. */
export interface SentencePieceModel {
  readonly path: string;
  readonly pieces: readonly Piece[];
  readonly algorithm: (typeof ALGORITHMS)[number];
  readonly hasByteFallback: boolean;
  /** White space stands at the end of words and not at their beginning. */
  readonly marksWordEnds: boolean;
  /** Token ids; below 0: there is none. */
  readonly unknown: number;
  readonly bos: number;
  readonly eos: number;
  readonly pad: number;
  readonly addsSpaceInFront: boolean;
  readonly removesExtraSpaces: boolean;
  readonly escapesSpaces: boolean;
  /** The name of the rules by which characters are rewritten first: `nmt_nfkc`, say. */
  readonly rulesName: string;
  /** These rules, compiled; empty: none. */
  readonly characterRules: Uint8Array;
}
