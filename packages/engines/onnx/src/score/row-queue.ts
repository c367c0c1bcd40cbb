import type { HeadSession } from '../runtime/head-session.js';
import type { PendingDocument } from './pending-document.js';
import type { Target } from './token-tree.js';

interface QueuedRow {
  readonly hidden: Float32Array;
  readonly targets: readonly Target[];
}

/** Tokens computed while rows wait for company: what a crash may lose. Little at first, so that the first answer comes soon. */
const FIRST_PATIENCE = 256;
const MOST_PATIENCE = 4096;

/** How rows are scored together. */
export interface RowQueueOptions {
  readonly embeddingLength: number;
  /** Rows of a batch at the most. */
  readonly batchRows: number;
  /** Batches are full, or all that is there is asked for: their shapes do not depend on what was scored before. */
  readonly fullOnly: boolean;
}

/**
 * Rows that wait for the head. The head reads the whole vocabulary's weights whatever the number of rows, so rows of several
 * passes are scored together; a batch of rows is bounded, because its logits are stored.
 */
export class RowQueue {
  readonly #head: HeadSession;
  readonly #options: RowQueueOptions;
  #queue: QueuedRow[] = [];
  #patience = FIRST_PATIENCE;
  #waitedTokens = 0;

  constructor(head: HeadSession, options: RowQueueOptions) {
    this.#head = head;
    this.#options = options;
  }

  /** Adds rows of a pass: hidden is [rows, embeddingLength], with the targets of each row. */
  add(hidden: Float32Array, targets: readonly (readonly Target[])[]): void {
    const { embeddingLength } = this.#options;
    targets.forEach((rowTargets, i) => {
      const start = i * embeddingLength;
      this.#queue.push({ hidden: hidden.subarray(start, start + embeddingLength), targets: rowTargets });
    });
  }

  /** After a pass of so many tokens: scores full batches of rows, or all rows if they have waited long. Yields documents that are done. */
  async *scoreFull(passTokens: number): AsyncGenerator<PendingDocument> {
    this.#waitedTokens += passTokens;
    while (this.#queue.length >= this.#options.batchRows) {
      yield* await this.#scoreBatch();
    }
    if (this.#waitedTokens >= this.#patience && !this.#options.fullOnly) {
      this.#patience = Math.min(MOST_PATIENCE, 2 * this.#patience);
      yield* this.scoreAll();
    }
  }

  /** Scores all rows. */
  async *scoreAll(): AsyncGenerator<PendingDocument> {
    this.#waitedTokens = 0;
    while (this.#queue.length > 0) {
      yield* await this.#scoreBatch();
    }
  }

  async #scoreBatch(): Promise<readonly PendingDocument[]> {
    const { batchRows, embeddingLength } = this.#options;
    const rows = this.#queue.slice(0, batchRows);
    this.#queue = this.#queue.slice(batchRows);
    const hidden = new Float32Array(rows.length * embeddingLength);
    rows.forEach((row, i) => hidden.set(row.hidden, i * embeddingLength));
    const targets = rows.flatMap((row) => row.targets);
    const places = rows.flatMap((row, i) => row.targets.flatMap(({ token }) => [BigInt(i), BigInt(token)]));
    const { logProbabilities, isArgMax } = await this.#head.run(hidden, BigInt64Array.from(places));
    const done: PendingDocument[] = [];
    targets.forEach(({ document, sequence, place }, i) => {
      document.put(sequence, place, { logProbability: logProbabilities[i]!, isArgMax: isArgMax[i] === 1 });
      if (document.isDone) {
        done.push(document);
      }
    });
    return done;
  }
}
