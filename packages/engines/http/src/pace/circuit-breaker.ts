import type { RemoteFailure } from '../failures/remote-failure.js';

/** Ends the use of a server that answers nothing any more: after so many requests in a row were given up, or at once where none can be answered. */
export class CircuitBreaker {
  readonly #limit: number;
  #inARow = 0;
  #failure: RemoteFailure | undefined;

  /** @param limit requests given up in a row that open the circuit */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Why the server is no longer used; undefined while it is. */
  get failure(): RemoteFailure | undefined {
    return this.#failure;
  }

  succeeded(): void {
    this.#inARow = 0;
  }

  /** A request was given up. A prompt that is too long says nothing about the server. */
  gaveUp(failure: RemoteFailure): void {
    if (failure.code === 'context-too-long') return;
    this.#inARow++;
    if (failure.treatment === 'all' || this.#inARow >= this.#limit) this.#failure ??= failure;
  }
}
