/**
 * Lets one request at a time begin, and the event loop turn in between. Node accepts one new connection at each turn of its loop; without
 * this a turn answers all requests that came meanwhile, a second's work when two hundred people vote, and whoever comes anew waits for
 * minutes.
 */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #isTurning = false;

  /** Resolves when it is this request's turn. */
  pass(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#isTurning) return;
      this.#isTurning = true;
      setImmediate(this.#turn);
    });
  }

  readonly #turn = (): void => {
    this.#waiting.shift()?.();
    this.#isTurning = this.#waiting.length > 0;
    if (this.#isTurning) setImmediate(this.#turn);
  };
}
