import type { Sequence } from './pending-document.js';
import { commonLength } from './token-tree.js';

/** A document to be scored: its requests' sequences, and what they share. */
export interface ScoreDocument {
  readonly task: string;
  readonly sequences: readonly [Sequence, ...Sequence[]];
  /** Leading tokens that all sequences share and none of them scores: what may come from a prefix. */
  readonly head: Int32Array;
  /** The hint of the request: leading tokens shared by the leaf task's documents; 0 when unknown. */
  readonly sharedPrefix: number;
}

/** Puts a document together. A prefix must leave at least one context token, the one that predicts the first scored one. */
export function scoreDocument(
  task: string,
  sharedPrefix: number,
  sequences: readonly [Sequence, ...Sequence[]],
): ScoreDocument {
  const [first, ...others] = sequences;
  const shared = others.reduce(
    (length, { tokens }) => Math.min(length, commonLength(first.tokens, tokens)),
    first.tokens.length,
  );
  const head = sequences.reduce((length, { contextLength }) => Math.min(length, contextLength - 1), shared);
  return { task, sharedPrefix, sequences, head: first.tokens.subarray(0, head) };
}
