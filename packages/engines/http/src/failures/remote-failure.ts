import { EngineError, type ErrorDetails } from '@understudy/core';

/**
 * What becomes of a request that failed.
 * - `later`: the server asks to come again later (rate limits, overload, a model that is still loading)
 * - `again`: it may well succeed when it is sent again (lost connections, time-outs, errors of the server, broken answers)
 * - `request`: this request cannot be answered, others can
 * - `all`: no request will be answered (key, name of the model, quota)
 */
export type Treatment = 'later' | 'again' | 'request' | 'all';

/** What a failure is made of. */
export interface RemoteFailureDetails extends ErrorDetails {
  readonly treatment: Treatment;
  /** The attempt may be charged although nothing came of it: it was sent as a whole, and not refused. */
  readonly mayBeCharged: boolean;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** A request to a server failed. */
export class RemoteFailure extends EngineError {
  readonly treatment: Treatment;
  readonly mayBeCharged: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(details: RemoteFailureDetails) {
    super(details);
    this.treatment = details.treatment;
    this.mayBeCharged = details.mayBeCharged;
    this.retryAfterMs = details.retryAfterMs;
  }
}
