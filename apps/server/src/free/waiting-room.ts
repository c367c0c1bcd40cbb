/** Lets so many in at once; the others wait in line, and the line has an end. */
export class WaitingRoom {
  readonly #places: number;
  readonly #length: number;
  readonly #line: (() => void)[] = [];
  #inside = 0;

  constructor({ places, length }: { readonly places: number; readonly length: number }) {
    this.#places = places;
    this.#length = length;
  }

  get isFull(): boolean {
    return this.#inside >= this.#places && this.#line.length >= this.#length;
  }

  /** Does something when there is a place for it. */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#places) await new Promise<void>((resolve) => this.#line.push(resolve));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      // The place goes to the next one in line without being free in between.
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }
}
