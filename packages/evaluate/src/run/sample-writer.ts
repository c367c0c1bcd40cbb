import type { CacheEntry, Sample, Store } from '@understudy/store';

/** Samples waiting at the most before they are written. */
const MAX_WAITING = 128;
/** The longest a finished sample waits, in milliseconds: what a kill can lose. */
const MAX_DELAY_MS = 250;

/**
 * Writes samples and cached responses to the store in small transactions, soon after they are made, also when no other sample
 * follows. What a write in the background raised is thrown by the next call.
 */
export class SampleWriter {
  readonly #store: Store;
  readonly #runId: string;
  #samples: Sample[] = [];
  #responses: CacheEntry[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Ends with the last write begun; never rejects. */
  #writing: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  constructor(store: Store, runId: string) {
    this.#store = store;
    this.#runId = runId;
  }

  /** Takes a sample; writes at once when enough have come together, else a moment later. */
  async add(sample: Sample, responses: readonly CacheEntry[]): Promise<void> {
    this.#throwFailure();
    this.#samples.push(sample);
    this.#responses.push(...responses);
    if (this.#samples.length >= MAX_WAITING) await this.flush();
    else this.#timer ??= setTimeout(() => void this.#writeAll(), MAX_DELAY_MS);
  }

  /** Writes what is waiting and ends when everything taken so far is stored. */
  async flush(): Promise<void> {
    await this.#writeAll();
    this.#throwFailure();
  }

  #writeAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#samples.length === 0) return;
    const [samples, responses] = [this.#samples, this.#responses];
    this.#samples = [];
    this.#responses = [];
    try {
      await this.#store.appendBatch({ runId: this.#runId, samples, responses });
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  #throwFailure(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
  }
}
