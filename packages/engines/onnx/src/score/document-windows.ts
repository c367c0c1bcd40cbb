import { scoreDocument, type ScoreDocument } from './score-document.js';
import type { Sequence } from './pending-document.js';

/** A sequence with the place it belongs to. */
export interface PlacedSequence {
  readonly task: string;
  readonly document: number;
  readonly sharedPrefix: number;
  readonly sequence: Sequence;
}

/** The first window is small, so that the first documents are done soon; later ones are large, so that lengths can be matched. */
const FIRST_DOCUMENTS = 16;
const MOST_DOCUMENTS = 1024;
const GROWTH = 4;
/** A bound on memory: 16 MB of token ids. */
const MOST_TOKENS = 4 * 2 ** 20;

/** Collects sequences, which come document by document, into windows of documents that are planned together. */
export async function* documentWindows(
  placed: AsyncIterable<PlacedSequence>,
): AsyncGenerator<readonly ScoreDocument[], void, undefined> {
  let window: ScoreDocument[] = [];
  let tokens = 0;
  let limit = FIRST_DOCUMENTS;
  for await (const document of documents(placed)) {
    window.push(document);
    tokens += document.sequences.reduce((sum, sequence) => sum + sequence.tokens.length, 0);
    if (window.length >= limit || tokens >= MOST_TOKENS) {
      yield window;
      window = [];
      tokens = 0;
      limit = Math.min(MOST_DOCUMENTS, limit * GROWTH);
    }
  }
  if (window.length > 0) {
    yield window;
  }
}

async function* documents(placed: AsyncIterable<PlacedSequence>): AsyncGenerator<ScoreDocument, void, undefined> {
  let first: PlacedSequence | undefined;
  let others: Sequence[] = [];
  for await (const next of placed) {
    if (first !== undefined && next.task === first.task && next.document === first.document) {
      others.push(next.sequence);
      continue;
    }
    if (first !== undefined) {
      yield scoreDocument(first.task, first.sharedPrefix, [first.sequence, ...others]);
    }
    first = next;
    others = [];
  }
  if (first !== undefined) {
    yield scoreDocument(first.task, first.sharedPrefix, [first.sequence, ...others]);
  }
}
