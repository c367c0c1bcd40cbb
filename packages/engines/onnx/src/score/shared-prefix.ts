import type { ScoreDocument } from './score-document.js';
import { commonLength } from './token-tree.js';

/** A prefix shorter than this is not worth a pass of its own and the loss of batching. */
const LEAST_LENGTH = 16;
/** Nor one that is only a small part of the documents. */
const LEAST_SHARE = 1 / 8;

/** True when documents gain from taking `length` tokens from a prefix. */
export function isWorthwhile(length: number, documents: readonly ScoreDocument[]): boolean {
  const tokens = documents.reduce((sum, { sequences }) => sum + sequences[0].tokens.length, 0);
  return length >= LEAST_LENGTH && length >= (LEAST_SHARE * tokens) / documents.length;
}

/**
 * The prefix that saves most when it is computed once for the documents: of all lengths of the first document's head, the one
 * for which length × (documents that share it − 1) is largest. Empty when none is worthwhile.
 */
export function sharedPrefix(documents: readonly ScoreDocument[]): Int32Array {
  const [first] = documents;
  if (first === undefined || documents.length < 2) {
    return new Int32Array();
  }
  const limit = first.sharedPrefix > 0 ? first.sharedPrefix : first.head.length;
  const reference = first.head.subarray(0, limit);
  const shared = documents.map(({ head }) => commonLength(head, reference)).sort((a, b) => b - a);
  // In falling order, shared[i] is the length that i + 1 documents have in common.
  const best = shared.reduce((top, length, i) => (length * i > top.saved ? { length, saved: length * i } : top), {
    length: 0,
    saved: 0,
  });
  return isWorthwhile(best.length, documents) ? reference.subarray(0, best.length) : new Int32Array();
}
