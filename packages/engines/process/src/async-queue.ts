/** A queue that is filled from events and read as an async iterable. One reader. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  #start = 0;
  #ended = false;
  #error: unknown;
  #wake: (() => void) | undefined;
  readonly #onTake: ((left: number) => void) | undefined;

  /** @param onTake told after each item taken how many are left, so that the filler can ask for more */
  constructor(onTake?: (left: number) => void) {
    this.#onTake = onTake;
  }

  push(items: readonly T[]): void {
    for (const item of items) this.#items.push(item);
    this.#wake?.();
  }

  /** No more items will come. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** The reader gets this error at once; items still queued are dropped. */
  fail(error: unknown): void {
    this.#error ??= error;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      if (this.#start < this.#items.length) {
        const item = this.#items[this.#start++]!;
        this.#compact();
        this.#onTake?.(this.#items.length - this.#start);
        yield item;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
      }
    }
  }

  /** Forgets items already taken, in large steps, so that taking stays constant-time. */
  #compact(): void {
    if (this.#start < 1024 && this.#start < this.#items.length) return;
    this.#items.splice(0, this.#start);
    this.#start = 0;
  }
}
