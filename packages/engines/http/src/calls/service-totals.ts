import type { Price, ServiceCounters, ServiceRecord } from '@understudy/core';
import type { RemoteFailure } from '../failures/remote-failure.js';

/** Adds up what the requests to a server come to. */
export class ServiceTotals {
  readonly #price: Price | null;
  #answered = 0;
  #failed = 0;
  #retries = 0;
  #rateLimited = 0;
  #cost: number | null = null;
  #unpriced = 0;
  #uncertainCost = 0;
  readonly #fingerprints = new Map<string, number>();

  constructor(price: Price | null) {
    this.#price = price;
  }

  add({ fingerprint, cost, attempts }: ServiceRecord): void {
    this.#answered++;
    this.#retries += attempts - 1;
    if (cost === null) this.#unpriced++;
    else this.addCost(cost);
    const key = fingerprint ?? 'none';
    this.#fingerprints.set(key, (this.#fingerprints.get(key) ?? 0) + 1);
  }

  /** Something beside the answers cost this much. */
  addCost(cost: number): void {
    this.#cost = (this.#cost ?? 0) + cost;
  }

  /** An attempt failed that may have cost up to `bound`. */
  addFailedAttempt({ treatment, mayBeCharged }: RemoteFailure, bound: number): void {
    if (treatment === 'later') this.#rateLimited++;
    if (mayBeCharged) this.#uncertainCost += bound;
  }

  /** A request was given up after so many attempts. */
  addGivenUp(attempts: number): void {
    this.#failed++;
    this.#retries += attempts - 1;
  }

  snapshot(): ServiceCounters {
    return {
      answered: this.#answered,
      failed: this.#failed,
      retries: this.#retries,
      rateLimited: this.#rateLimited,
      cost: this.#cost,
      unpriced: this.#unpriced,
      uncertainCost: this.#uncertainCost,
      currency: this.#price?.currency ?? null,
      fingerprints: Object.fromEntries(this.#fingerprints),
    };
  }
}
