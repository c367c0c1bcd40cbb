import pRetry from 'p-retry';
import { EngineError, type RemoteSettings } from '@understudy/core';
import { RemoteFailure } from '../failures/remote-failure.js';
import { CircuitBreaker } from '../pace/circuit-breaker.js';
import { Pacer } from '../pace/pacer.js';
import type { Reservation, SpendingLimit } from '../spending/spending-limit.js';
import type { CallSettings } from './call.js';
import type { ServiceTotals } from './service-totals.js';

/** What attempts are made with. */
export interface AttemptsOptions {
  readonly settings: Pick<RemoteSettings, 'concurrency' | 'maxRetries'>;
  readonly limit: SpendingLimit | undefined;
  readonly totals: ServiceTotals;
  /** First pause before a failed request is sent again, in milliseconds; each next one is twice as long. 500 by default. */
  readonly firstRetryMs?: number | undefined;
}

/** One thing to be asked of a server. */
export interface Attempt<T> {
  /** The most that it can cost. */
  readonly bound: number;
  /** Throws `RemoteFailure`, or the signal's reason. */
  readonly send: () => Promise<T>;
  /** For how many milliseconds the server will answer nothing more, as the answer says; 0 when it says nothing. */
  readonly exhaustedMs: (value: T) => number;
}

type Made<T> = Pick<Attempted<T>, 'value' | 'reservation'>;

interface FailedAttempt {
  /** Milliseconds, `performance.now()`. */
  readonly startedAt: number;
  readonly bound: number;
  readonly reservation: Reservation | undefined;
  readonly isProbe: boolean;
}

/** What came of it. */
export interface Attempted<T> {
  readonly value: T;
  readonly attempts: number;
  /** To be settled by whoever knows what the answer cost. */
  readonly reservation: Reservation | undefined;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** How long a server may refuse everything for its rate limits before requests are given up. */
const PATIENCE_MS = 600_000;
/** Requests given up in a row before the server is no longer used. */
const BREAKER_LIMIT = 5;

/**
 * Asks a server: as many requests at a time as it stands, again when one fails by no fault of its own, within the spending limit,
 * and no longer when the server answers nothing.
 */
export class Attempts {
  readonly #options: AttemptsOptions;
  readonly #pacer: Pacer;
  readonly #breaker = new CircuitBreaker(BREAKER_LIMIT);
  #lastAnswerAt = performance.now();

  constructor(options: AttemptsOptions) {
    this.#options = options;
    this.#pacer = new Pacer({ concurrency: options.settings.concurrency, patienceMs: PATIENCE_MS });
  }

  /** Ends when a further attempt would begin soon. */
  hasRoom(): Promise<void> {
    return this.#pacer.hasRoom();
  }

  /** Lets attempts that wait for their turn see that they were aborted. */
  wake(): void {
    this.#pacer.wake();
  }

  /** Why nothing more should be asked: the server answers nothing any more. */
  get stopped(): EngineError | undefined {
    const { failure } = this.#breaker;
    return failure === undefined ? undefined : outOfService(failure);
  }

  /** Throws `RemoteFailure` when the request is given up, `UserError` `max-cost-reached`, or the signal's reason. */
  async make<T>(attempt: Attempt<T>, settings: CallSettings): Promise<Attempted<T>> {
    const { signal, retries = this.#options.settings.maxRetries, isProbe = false } = settings;
    let attempts = 0;
    const next = (): Promise<Made<T>> => {
      const isRetry = attempts++ > 0;
      return this.#pacer.run(() => this.#once(attempt, settings), { isRetry });
    };
    try {
      // Nearly all requests are answered at once: what making them again needs is set up for the others alone.
      const made = await next().catch((error: unknown) => this.#again(error, next, { signal, retries }));
      this.#breaker.succeeded();
      return { ...made, attempts };
    } catch (error) {
      if (error instanceof RemoteFailure && !isProbe) {
        this.#breaker.gaveUp(error);
        this.#options.totals.addGivenUp(attempts);
      }
      throw error;
    }
  }

  /** Goes on after a first attempt that failed. */
  #again<T>(
    first: unknown,
    next: () => Promise<Made<T>>,
    { signal, retries }: Pick<CallSettings, 'signal'> & { readonly retries: number },
  ): Promise<Made<T>> {
    return pRetry((number) => (number === 1 ? Promise.reject(first) : next()), {
      retries,
      minTimeout: this.#options.firstRetryMs ?? FIRST_RETRY_MS,
      maxTimeout: LONGEST_RETRY_MS,
      randomize: true,
      // A server that asks to come later is waited for by the pacer, for all requests together.
      shouldConsumeRetry: ({ error }) => !isTreated(error, 'later'),
      shouldRetry: ({ error }) => this.#mayRetry(error),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  async #once<T>(attempt: Attempt<T>, { signal, isProbe = false }: CallSettings): Promise<Made<T>> {
    signal?.throwIfAborted();
    const { failure } = this.#breaker;
    if (failure !== undefined) throw failure;
    const reservation = await this.#options.limit?.reserve(attempt.bound);
    const startedAt = performance.now();
    try {
      const value = await attempt.send();
      this.#lastAnswerAt = performance.now();
      this.#pacer.answered(attempt.exhaustedMs(value));
      return { value, reservation };
    } catch (error) {
      this.#failed(error, { startedAt, bound: attempt.bound, reservation, isProbe });
      throw error;
    }
  }

  #failed(error: unknown, { startedAt, bound, reservation, isProbe }: FailedAttempt): void {
    // What was aborted on the way may be charged.
    if (!(error instanceof RemoteFailure) || error.mayBeCharged) reservation?.forfeit();
    else reservation?.release();
    if (!(error instanceof RemoteFailure)) return;
    this.#options.totals.addFailedAttempt(error, bound);
    // At once, before the next attempt begins.
    if (error.treatment === 'all' && !isProbe) this.#breaker.gaveUp(error);
    // A probe that is not understood says nothing about the server's load.
    const isTrouble = error.treatment === 'later' || (error.treatment === 'again' && !isProbe);
    if (isTrouble) this.#pacer.failed(startedAt, error);
  }

  #mayRetry(error: Error): boolean {
    if (this.#breaker.failure !== undefined || !(error instanceof RemoteFailure)) return false;
    if (error.treatment === 'again') return true;
    const isPatient = performance.now() - this.#lastAnswerAt < PATIENCE_MS && (error.retryAfterMs ?? 0) <= PATIENCE_MS;
    return error.treatment === 'later' && isPatient;
  }
}

function isTreated(error: Error, treatment: RemoteFailure['treatment']): boolean {
  return error instanceof RemoteFailure && error.treatment === treatment;
}

/** What ends a run whose server is no longer used. */
function outOfService(failure: RemoteFailure): EngineError {
  return new EngineError({
    code: failure.treatment === 'all' ? failure.code : 'server-gave-up',
    message: failure.treatment === 'all' ? failure.message : `The server answers nothing any more. ${failure.message}`,
    hint: failure.hint ?? 'What was computed is stored; the same command goes on from there once the server is back.',
    values: failure.values,
    cause: failure,
  });
}
