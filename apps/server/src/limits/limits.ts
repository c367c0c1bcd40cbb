import type { BucketRule } from './token-buckets.js';

/** How much the server takes. */
export interface Limits {
  /** Requests of one session or key. */
  readonly caller: BucketRule;
  /** Requests of one address; not applied where the server listens to its own machine only. */
  readonly address: BucketRule;
  /** Requests of one address that show no key. */
  readonly stranger: BucketRule;
  /** Wrong keys of one address. */
  readonly wrongKey: BucketRule;
  /** Prompts of one caller in free mode. */
  readonly prompt: BucketRule;
  /** Bytes of a request's body; more is refused before it is read. */
  readonly bodyBytes: number;
  /** Bytes of a file of votes. */
  readonly importBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  caller: { burst: 200, perSecond: 20 },
  // A lecture hall votes from one address.
  address: { burst: 2000, perSecond: 200 },
  stranger: { burst: 600, perSecond: 10 },
  wrongKey: { burst: 10, perSecond: 1 / 30 },
  prompt: { burst: 10, perSecond: 1 / 5 },
  bodyBytes: 256 * 1024,
  importBytes: 64 * 1024 * 1024,
};
