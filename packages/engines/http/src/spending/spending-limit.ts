import { UserError } from '@understudy/core';

/** Money set aside for an attempt; to be settled once, one way or the other. */
export interface Reservation {
  /** The attempt was answered and cost this much; null: the server did not say how many tokens it was, so that all of it counts as spent. */
  spend(cost: number | null): void;
  /** The attempt came to nothing and was not charged. */
  release(): void;
  /** The attempt came to nothing and may have been charged. */
  forfeit(): void;
}

/**
 * A limit on what may be spent (`--max-cost`) that cannot be exceeded: the most that an attempt can cost is set aside before it is
 * sent. Near the limit attempts wait until others have told what they really cost; when nothing is under way and the next one
 * still does not fit, the limit counts as reached. One limit may serve several models of one currency.
 */
export class SpendingLimit {
  readonly amount: number;
  readonly currency: string;
  #spent = 0;
  #setAside = 0;
  #isReached = false;
  #waiting: (() => void)[] = [];

  constructor(amount: number, currency: string) {
    this.amount = amount;
    this.currency = currency;
  }

  /** True once an attempt did not fit; none begins after that. */
  get isReached(): boolean {
    return this.#isReached;
  }

  /** Sets the most that an attempt can cost aside; waits where others may still free it. Throws `UserError` `max-cost-reached`. */
  async reserve(bound: number): Promise<Reservation> {
    while (!this.#isReached && this.#spent + this.#setAside + bound > this.amount) {
      if (this.#setAside === 0) this.#reach();
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#isReached) throw this.#error(bound);
    this.#setAside += bound;
    return {
      spend: (cost) => this.#settle(bound, cost ?? bound),
      release: () => this.#settle(bound, 0),
      forfeit: () => this.#settle(bound, bound),
    };
  }

  #settle(bound: number, cost: number): void {
    this.#setAside -= bound;
    // Sums of many floats leave a remainder that must not look like an attempt under way.
    if (this.#setAside < 1e-12) this.#setAside = 0;
    this.#spent += cost;
    this.#wake();
  }

  #reach(): void {
    this.#isReached = true;
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  #error(bound: number): UserError {
    const { amount, currency } = this;
    return new UserError({
      code: 'max-cost-reached',
      message: `The next request could exceed the limit of ${amount} ${currency}: ${format(this.#spent)} are spent or may have been charged, and it may cost up to ${format(bound)}.`,
      hint: 'What was computed is stored; the same command with a higher --max-cost goes on from there.',
      values: { amount, currency, spent: this.#spent, bound },
    });
  }
}

function format(amount: number): string {
  return amount.toPrecision(3);
}
