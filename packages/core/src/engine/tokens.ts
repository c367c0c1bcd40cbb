/** Token ids of one vocabulary, in order. */
export type Tokens = Int32Array;

/** A context and its continuation as token ids. The context has at least one token, the continuation too. */
export interface EncodedPair {
  readonly context: Tokens;
  readonly continuation: Tokens;
}

/** A context and its continuation as text. */
export interface TextPair {
  readonly context: string;
  readonly continuation: string;
}
