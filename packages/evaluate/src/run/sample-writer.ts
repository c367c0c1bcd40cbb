import type { CacheEntry, Sample, Store } from '@understudy/store';

/** Samples waiting at the most before they are written. */
const MAX_WAITING = 128;
/** The longest a finished sample waits, in milliseconds: what a kill can lose. */
const MAX_DELAY_MS = 250;

/** Writes samples and cached responses to the store in small transactions, soon after they are made. */
export class SampleWriter {
  readonly #store: Store;
  readonly #runId: string;
  #samples: Sample[] = [];
  #responses: CacheEntry[] = [];
  #lastWrite = performance.now();

  constructor(store: Store, runId: string) {
    this.#store = store;
    this.#runId = runId;
  }

  /** Takes a sample; writes when enough have come together or the first has waited long enough. */
  async add(sample: Sample, responses: readonly CacheEntry[]): Promise<void> {
    this.#samples.push(sample);
    this.#responses.push(...responses);
    if (this.#samples.length >= MAX_WAITING || performance.now() - this.#lastWrite >= MAX_DELAY_MS) await this.flush();
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    this.#lastWrite = performance.now();
    if (this.#samples.length === 0) return;
    const [samples, responses] = [this.#samples, this.#responses];
    this.#samples = [];
    this.#responses = [];
    await this.#store.appendBatch({ runId: this.#runId, samples, responses });
  }
}
