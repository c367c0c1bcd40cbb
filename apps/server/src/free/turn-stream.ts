/** What a browser is told of a turn. */
export type TurnEvent =
  | { readonly type: 'delta'; readonly side: 'a' | 'b'; readonly text: string }
  | { readonly type: 'done'; readonly turn: number }
  | { readonly type: 'failed'; readonly message: string };

/** The events of one turn, kept so that whoever comes late or comes again gets all of them. */
export class TurnStream {
  readonly #events: TurnEvent[] = [];
  #wake: (() => void)[] = [];
  #hasEnded = false;

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  push(event: TurnEvent): void {
    this.#events.push(event);
    if (event.type !== 'delta') this.#hasEnded = true;
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  /** The events with their numbers from `from` on, until the turn ends or the reader goes away. */
  async *read(
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly number: number; readonly event: TurnEvent }> {
    for (let number = from; !signal.aborted; number++) {
      while (this.#events[number] === undefined) {
        if (this.#hasEnded || signal.aborted) return;
        await this.#more(signal);
      }
      const event = this.#events[number];
      if (event !== undefined) yield { number, event };
    }
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
