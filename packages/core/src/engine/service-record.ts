/** What a server that runs a model for us reports with an answer, and what the answer took. */
export interface ServiceRecord {
  /** The server's configuration (`system_fingerprint`); null where it reports none. */
  readonly fingerprint: string | null;
  /** In the currency of the model's price; null where the price or the number of tokens is not known: that is never 0. */
  readonly cost: number | null;
  /** Attempts it took, that which was answered included. */
  readonly attempts: number;
}

/** Running totals of the requests to a server. */
export interface ServiceCounters {
  /** Requests that were answered. */
  readonly answered: number;
  /** Requests that were given up. */
  readonly failed: number;
  /** Attempts beyond the first of a request. */
  readonly retries: number;
  /** Attempts that the server refused for its rate limits. */
  readonly rateLimited: number;
  /** Sum of the costs that are known; null while no answer had one. */
  readonly cost: number | null;
  /** Answers whose cost is not known. */
  readonly unpriced: number;
  /** At the most what attempts that were never answered may be charged, beyond `cost`. */
  readonly uncertainCost: number;
  readonly currency: string | null;
  /** Answers by the configuration that the server reported (`ServiceRecord.fingerprint`; `none` for null). */
  readonly fingerprints: Readonly<Record<string, number>>;
}
