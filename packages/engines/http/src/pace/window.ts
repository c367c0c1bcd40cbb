/** Requests under way when nothing is known of a server yet. */
const START = 8;

/** After trouble it takes so many round trips to grow from nothing to the most. */
const STEPS = 32;

/**
 * How many requests may be under way: additive increase, multiplicative decrease, as TCP does it (RFC 5681): doubled a round trip
 * until the first trouble, then a step more a round trip; halved on trouble, once for all requests that were under way then.
 */
export class Window {
  readonly #most: number;
  #size: number;
  #isFirstGrowth = true;
  #shrunkAt = -Infinity;

  /** @param most requests under way at the most */
  constructor(most: number) {
    this.#most = most;
    this.#size = Math.min(START, most);
  }

  get size(): number {
    return Math.floor(this.#size);
  }

  /** A request was answered. */
  grow(): void {
    const step = this.#isFirstGrowth ? 1 : Math.max(1, this.#most / STEPS) / this.#size;
    this.#size = Math.min(this.#most, this.#size + step);
  }

  /** A request that began at `startedAt` met with trouble, at `now`; both in milliseconds of one clock. */
  shrink(startedAt: number, now: number): void {
    if (startedAt < this.#shrunkAt) return;
    this.#shrunkAt = now;
    this.#isFirstGrowth = false;
    this.#size = Math.max(1, this.#size / 2);
  }
}
