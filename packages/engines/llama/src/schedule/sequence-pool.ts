import { BugError } from '@understudy/core';

/** Numbers of a context's sequences that are free. */
export class SequencePool {
  readonly #free: number[];

  constructor(count: number) {
    this.#free = Array.from({ length: count }, (_, index) => count - 1 - index);
  }

  /** Sequences that are free. */
  get available(): number {
    return this.#free.length;
  }

  /** Takes the lowest free sequence. */
  acquire(): number {
    const sequence = this.#free.pop();
    if (sequence === undefined) throw new BugError({ code: 'no-sequence', message: 'All sequences are in use.' });
    return sequence;
  }

  /** Gives sequences back. The lowest is always next, so that the same work uses the same numbers. */
  release(...sequences: number[]): void {
    this.#free.push(...sequences);
    this.#free.sort((a, b) => b - a);
  }
}
