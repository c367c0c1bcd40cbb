import type { MaskedText } from './masked-text.js';

/** What both sides show at one tick. */
export interface PacedPieces {
  readonly first: string;
  readonly second: string;
}

/**
 * Shows two growing texts on one clock: at each tick the same number of characters of both, and never more than the slower one has, so that
 * neither speed nor delay tells one model from the other. A text that has ended no longer holds the other up. Both end together.
 */
export class Pacer {
  readonly #first: MaskedText;
  readonly #second: MaskedText;
  #place = 0;

  constructor(first: MaskedText, second: MaskedText) {
    this.#first = first;
    this.#second = second;
  }

  /** Everything of both was shown. */
  get isDone(): boolean {
    const { first, second } = this.#texts();
    return first.hasEnded && second.hasEnded && this.#place >= Math.max(first.text.length, second.text.length);
  }

  tick(): PacedPieces {
    const { first, second } = this.#texts();
    const backlog = this.#readyPlace() - this.#place;
    // A quarter of what waits: quick to catch up, and smooth where little waits.
    this.#place += Math.max(0, Math.ceil(backlog / 4));
    return { first: first.show(this.#place), second: second.show(this.#place) };
  }

  #readyPlace(): number {
    const { first, second } = this.#texts();
    if (first.hasEnded && second.hasEnded) return Math.max(first.ready, second.ready);
    if (first.hasEnded) return second.ready;
    if (second.hasEnded) return first.ready;
    return Math.min(first.ready, second.ready);
  }

  #texts(): { readonly first: MaskedText; readonly second: MaskedText } {
    return { first: this.#first, second: this.#second };
  }
}
