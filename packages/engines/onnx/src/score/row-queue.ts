import type { HeadSession } from '../runtime/head-session.js';
import type { PendingDocument } from './pending-document.js';
import type { Target } from './token-tree.js';

interface QueuedRow {
  readonly hidden: Float32Array;
  readonly targets: readonly Target[];
}

/** Passes that rows wait for company: what a crash may lose at the most. */
const MOST_PASSES = 16;

/**
 * Rows that wait for the head. The head reads the whole vocabulary's weights whatever the number of rows, so rows of several
 * passes are scored together; a batch of rows is bounded, because its logits are stored.
 */
export class RowQueue {
  readonly #head: HeadSession;
  readonly #embeddingLength: number;
  readonly #batchRows: number;
  #queue: QueuedRow[] = [];
  #waited = 0;

  constructor(head: HeadSession, options: { readonly embeddingLength: number; readonly batchRows: number }) {
    this.#head = head;
    this.#embeddingLength = options.embeddingLength;
    this.#batchRows = options.batchRows;
  }

  /** Adds rows of a pass: hidden is [rows, embeddingLength], with the targets of each row. */
  add(hidden: Float32Array, targets: readonly (readonly Target[])[]): void {
    targets.forEach((rowTargets, i) => {
      const start = i * this.#embeddingLength;
      this.#queue.push({ hidden: hidden.subarray(start, start + this.#embeddingLength), targets: rowTargets });
    });
  }

  /** Called after each pass: scores all full batches of rows, or all rows if they have waited long. Yields documents that are done. */
  async *scoreFull(): AsyncGenerator<PendingDocument> {
    this.#waited++;
    while (this.#queue.length >= this.#batchRows) {
      yield* await this.#scoreBatch();
    }
    if (this.#waited >= MOST_PASSES) {
      yield* this.scoreAll();
    }
  }

  /** Scores all rows. */
  async *scoreAll(): AsyncGenerator<PendingDocument> {
    this.#waited = 0;
    while (this.#queue.length > 0) {
      yield* await this.#scoreBatch();
    }
  }

  async #scoreBatch(): Promise<readonly PendingDocument[]> {
    const rows = this.#queue.slice(0, this.#batchRows);
    this.#queue = this.#queue.slice(this.#batchRows);
    const hidden = new Float32Array(rows.length * this.#embeddingLength);
    rows.forEach((row, i) => hidden.set(row.hidden, i * this.#embeddingLength));
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
