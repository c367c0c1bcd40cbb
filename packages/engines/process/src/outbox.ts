/** Collects items and sends those of one turn of the event loop together: few messages, and nothing is held back. */
export class Outbox<T> {
  readonly #send: (items: readonly T[]) => void;
  readonly #limit: number;
  #items: T[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  /** @param limit items of one message at the most */
  constructor(limit: number, send: (items: readonly T[]) => void) {
    this.#limit = limit;
    this.#send = send;
  }

  add(item: T): void {
    this.#items.push(item);
    if (this.#items.length >= this.#limit) this.flush();
    else this.#scheduled ??= setImmediate(() => this.flush());
  }

  /** Sends what is waiting now. */
  flush(): void {
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    if (this.#items.length === 0) return;
    const items = this.#items;
    this.#items = [];
    this.#send(items);
  }
}
