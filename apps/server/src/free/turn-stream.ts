/** What a browser is told of a turn. */
export type TurnEvent =
  | { readonly type: 'delta'; readonly side: 'a' | 'b'; readonly text: string }
  | { readonly type: 'done'; readonly turn: number }
  | { readonly type: 'failed'; readonly message: string };

/** The events of one turn, kept so that whoever comes late or comes again gets all of them. */
export class TurnStream {
  readonly #events: TurnEvent[] = [];
  #waiting: (() => void)[] = [];
  #hasEnded = false;

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  push(event: TurnEvent): void {
    this.#events.push(event);
    if (event.type !== 'delta') this.#hasEnded = true;
    this.#wakeReaders();
  }

  /** The events with their numbers from `from` on, until the turn ends or the reader goes away. */
  async *read(
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly number: number; readonly event: TurnEvent }> {
    const leave = (): void => this.#wakeReaders();
    signal.addEventListener('abort', leave, { once: true });
    try {
      for (let number = from; !signal.aborted;) {
        const event = this.#events[number];
        if (event !== undefined) yield { number: number++, event };
        else if (this.#hasEnded) return;
        else await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #wakeReaders(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
