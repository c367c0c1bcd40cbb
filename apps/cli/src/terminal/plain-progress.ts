import type { ProgressDisplay, ProgressStream } from './progress-display.js';

const INTERVAL_MS = 5_000;

/** In a log: a line every few seconds. */
export class PlainProgress implements ProgressDisplay {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #writtenAt: number;

  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
    this.#writtenAt = now();
  }

  update(line: string): void {
    if (this.#now() - this.#writtenAt < INTERVAL_MS) return;
    this.note(line);
    this.#writtenAt = this.#now();
  }

  note(line: string): void {
    this.#stream.write(`${line}\n`);
  }

  clear(): void {
    // Every line was complete.
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}
