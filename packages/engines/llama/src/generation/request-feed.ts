/** Reads a stream of requests ahead, so that it can be looked at without waiting. */
export class RequestFeed<T> {
  readonly #source: AsyncIterator<T>;
  readonly #ahead: number;
  readonly #waiting: T[] = [];
  #ended = false;
  #error: { readonly reason: unknown } | undefined;
  #reading = false;
  #changed: (() => void)[] = [];

  /** `ahead` is the number of requests to have waiting. */
  constructor(requests: AsyncIterable<T>, ahead: number, signal: AbortSignal | undefined) {
    this.#source = requests[Symbol.asyncIterator]();
    this.#ahead = ahead;
    signal?.addEventListener('abort', () => this.#fail(signal.reason), { once: true });
    if (signal?.aborted === true) this.#fail(signal.reason);
    void this.#read();
  }

  /** Requests that have come and were not taken yet. Throws what the source threw. */
  get waiting(): readonly T[] {
    if (this.#error !== undefined) throw this.#error.reason;
    return this.#waiting;
  }

  /** True when nothing waits and nothing will come. */
  get isDone(): boolean {
    return this.#ended && this.waiting.length === 0;
  }

  /** Removes the request that waits longest. */
  take(): T | undefined {
    const request = this.#waiting.shift();
    void this.#read();
    return request;
  }

  /** Waits until a request waits or the stream has ended. */
  async ready(): Promise<void> {
    while (this.waiting.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => this.#changed.push(resolve));
    }
  }

  /** Tells the source that no more requests are wanted. */
  close(): void {
    this.#ended = true;
    this.#source.return?.().catch(() => undefined);
  }

  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (!this.#ended && this.#waiting.length < this.#ahead) {
        const result = await this.#source.next();
        if (result.done === true) this.#ended = true;
        else this.#waiting.push(result.value);
        this.#notify();
      }
    } catch (reason) {
      this.#fail(reason);
    } finally {
      this.#reading = false;
    }
  }

  #fail(reason: unknown): void {
    this.#error ??= { reason };
    this.#ended = true;
    this.#notify();
  }

  #notify(): void {
    const changed = this.#changed;
    this.#changed = [];
    for (const wake of changed) wake();
  }
}
