import type { RunReader } from '@understudy/evaluate';
import type { Run, RunTask, Sample, SampleScore, Store } from '@understudy/store';
import { nextTurn } from './next-turn.js';

/** Items between two turns of the event loop: some milliseconds each. */
const SCORES_A_TURN = 2_000;
const SAMPLES_A_TURN = 100;

/** Reads runs in pieces between which the server answers others. */
export class PiecewiseReader implements RunReader {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  getRun(idOrPrefix: string): Promise<Run> {
    return this.#store.getRun(idOrPrefix);
  }

  listTasks(runId: string): Promise<readonly RunTask[]> {
    return this.#store.listTasks(runId);
  }

  scores(runId: string, task: string): AsyncIterable<SampleScore> {
    return this.#inPieces(this.#store.scores(runId, task), SCORES_A_TURN);
  }

  samples(runId: string, task: string): AsyncIterable<Sample> {
    return this.#inPieces(this.#store.samples(runId, task), SAMPLES_A_TURN);
  }

  async *#inPieces<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T, void, undefined> {
    let count = 0;
    for await (const item of items) {
      yield item;
      count += 1;
      if (count % size !== 0) continue;
      await nextTurn();
    }
  }
}
