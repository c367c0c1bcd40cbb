import PQueue from 'p-queue';
import type { RemoteFailure } from '../failures/remote-failure.js';
import { Window } from './window.js';

/** The shortest and the longest pause when a server says that it is busy, but not for how long; in milliseconds. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** How a server's pace is followed. */
export interface PacerOptions {
  /** Attempts under way at the most. */
  readonly concurrency: number;
  /** The longest pause that a server is granted when it says how long it wants, in milliseconds. */
  readonly patienceMs: number;
}

/** Attempts that are made again go first: what was begun is finished. */
const RETRY_PRIORITY = 1;

/** Admits attempts: as many at a time as the window allows, and none while the server asks to wait. */
export class Pacer {
  readonly #window: Window;
  readonly #queue: PQueue;
  readonly #patienceMs: number;
  #pausedUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  /** How often in a row the server was busy without saying for how long. */
  #refusals = 0;

  constructor({ concurrency, patienceMs }: PacerOptions) {
    this.#window = new Window(concurrency);
    this.#patienceMs = patienceMs;
    this.#queue = new PQueue({ concurrency: this.#window.size });
  }

  /** Ends when a further attempt would begin soon: when none is waiting. */
  hasRoom(): Promise<void> {
    return this.#queue.onSizeLessThan(1);
  }

  /** Runs an attempt when its turn comes. */
  run<T>(attempt: () => Promise<T>, { isRetry }: { readonly isRetry: boolean }): Promise<T> {
    return this.#queue.add(attempt, { priority: isRetry ? RETRY_PRIORITY : 0 });
  }

  /** An attempt was answered; the server says that nothing is left of its limits for `exhaustedMs`. */
  answered(exhaustedMs: number): void {
    this.#refusals = 0;
    this.#window.grow();
    this.#resize();
    if (exhaustedMs > 0) this.#pause(exhaustedMs);
  }

  /** An attempt that began at `startedAt` (milliseconds, `performance.now()`) met with a failure that may be overcome. */
  failed(startedAt: number, { treatment, retryAfterMs }: RemoteFailure): void {
    this.#window.shrink(startedAt, performance.now());
    this.#resize();
    if (treatment !== 'later' && retryAfterMs === undefined) return;
    this.#pause(retryAfterMs ?? this.#nextPauseMs(startedAt));
  }

  /** Lets waiting attempts begin, so that they see that they are no longer wanted. */
  wake(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#queue.start();
  }

  #resize(): void {
    if (this.#queue.concurrency !== this.#window.size) this.#queue.concurrency = this.#window.size;
  }

  /** Doubles with each refusal of an attempt that began after the last pause; up to a half is left to chance, so that clients spread. */
  #nextPauseMs(startedAt: number): number {
    if (startedAt < this.#pausedUntil) return 0;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#refusals++);
    return pause * (1 + Math.random() / 2);
  }

  #pause(milliseconds: number): void {
    const until = performance.now() + Math.min(milliseconds, this.#patienceMs);
    if (until <= this.#pausedUntil) return;
    this.#pausedUntil = until;
    this.#queue.pause();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), until - performance.now());
  }
}
