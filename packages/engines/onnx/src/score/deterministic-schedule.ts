import type { PendingDocument } from './pending-document.js';
import type { PrefixStore } from './prefix-store.js';
import type { RowQueue } from './row-queue.js';
import type { Schedule } from './schedule.js';
import type { ScoreDocument } from './score-document.js';
import { wholeTree } from './segment.js';
import { isWorthwhile } from './shared-prefix.js';
import { tokenTree } from './token-tree.js';
import type { TreeScorer } from './tree-scorer.js';

/**
 * One document after the other, in shapes that follow from the document alone: its prefix is as long as the hint says and is
 * computed in fixed chunks, its tree has its own passes, its rows their own batches. So a document's scores are bit-equal
 * whatever else is in the run. (They do depend on which of its requests are asked for together.)
 */
export class DeterministicSchedule implements Schedule {
  readonly #scorer: TreeScorer;
  readonly #prefixes: PrefixStore;
  readonly #queue: RowQueue;

  constructor(scorer: TreeScorer, prefixes: PrefixStore, queue: RowQueue) {
    this.#scorer = scorer;
    this.#prefixes = prefixes;
    this.#queue = queue;
  }

  async *scoreWindow(documents: readonly ScoreDocument[]): AsyncGenerator<PendingDocument> {
    for (const document of documents) {
      const { head, sharedPrefix, sequences } = document;
      const tokens = head.subarray(0, sharedPrefix);
      const prefix = isWorthwhile(tokens.length, [document])
        ? await this.#prefixes.getFixed(tokens)
        : this.#prefixes.empty;
      yield* this.#scorer.segment(prefix, wholeTree(tokenTree(sequences, prefix.length)));
      yield* this.#queue.scoreAll();
    }
  }
}
