/** How much is allowed. */
export interface BucketRule {
  /** At once. */
  readonly burst: number;
  /** In the long run. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets kept at most; the one unused for longest goes first. */
const KEPT = 50_000;

/** A token bucket for each key. */
export class TokenBuckets {
  readonly #rule: BucketRule;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rule: BucketRule, now: () => number) {
    this.#rule = rule;
    this.#now = now;
  }

  /** Takes one token. 0 when there was one, else the milliseconds until there is one. */
  take(key: string): number {
    const bucket = this.#filled(key);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return this.#wait(bucket);
  }

  /** As `take`, but takes nothing. */
  peek(key: string): number {
    const bucket = this.#filled(key);
    return bucket.tokens >= 1 ? 0 : this.#wait(bucket);
  }

  #wait({ tokens }: Bucket): number {
    return Math.ceil(((1 - tokens) / this.#rule.perSecond) * 1000);
  }

  #filled(key: string): Bucket {
    const { burst, perSecond } = this.#rule;
    const now = this.#now();
    const old = this.#buckets.get(key);
    const tokens = old === undefined ? burst : Math.min(burst, old.tokens + ((now - old.at) / 1000) * perSecond);
    const bucket = { tokens, at: now };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEPT) this.#forgetOldest();
    return bucket;
  }

  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
