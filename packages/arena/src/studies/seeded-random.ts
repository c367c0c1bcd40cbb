import { seededRandom, type RandomNumbers } from '@understudy/statistics';
import { hash32 } from './hash32.js';

/** Reproducible random numbers for drawing plans, from a seed of any length. */
export class SeededRandom {
  readonly #random: RandomNumbers;

  /** @param parts seed: numbers and texts, which together name one stream */
  constructor(...parts: readonly (number | string)[]) {
    this.#random = seededRandom(hash32(...parts));
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.#random.uniform();
  }

  /** A whole number in 0..count − 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** The same things in random order (Fisher–Yates). */
  shuffled<T>(things: readonly T[]): T[] {
    const order = [...things];
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      // Both places are inside of the array.
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }
}
