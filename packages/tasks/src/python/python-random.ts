import { DataError } from '@understudy/core';
import { MersenneTwister } from './mersenne-twister.js';

const TWO_TO_26 = 67_108_864;
const TWO_TO_MINUS_53 = 2 ** -53;

/**
 * CPython's `random.Random(seed)`: the Mersenne Twister MT19937 seeded by `init_by_array`, with CPython's way of making
 * floats, bounded integers and samples from its words. Few-shot draws and bootstrap errors of lm-evaluation-harness can
 * only be reproduced with it.
 *
 * Source: CPython 3.11 `Lib/random.py`.
 */
export class PythonRandom {
  readonly #twister: MersenneTwister;

  /** @param seed any whole number; its sign is ignored, as CPython does */
  constructor(seed: number | bigint) {
    this.#twister = new MersenneTwister(seedWords(seed));
  }

  /** A float in [0, 1) with 53 random bits. */
  random(): number {
    const high = this.#twister.nextWord() >>> 5;
    const low = this.#twister.nextWord() >>> 6;
    return (high * TWO_TO_26 + low) * TWO_TO_MINUS_53;
  }

  /** A whole number of `bits` random bits; 1 to 53 of them. */
  getrandbits(bits: number): number {
    if (bits <= 32) return this.#twister.nextWord() >>> (32 - bits);
    const low = this.#twister.nextWord() >>> 0;
    return (this.#twister.nextWord() >>> (64 - bits)) * 2 ** 32 + low;
  }

  /** A whole number in [0, n), by rejection. */
  randbelow(n: number): number {
    const bits = bitLength(n);
    let drawn = this.getrandbits(bits);
    while (drawn >= n) drawn = this.getrandbits(bits);
    return drawn;
  }

  /** `k` different indices of a population of `n`, in the order drawn: what `sample(range(n), k)` returns. */
  sampleIndices(n: number, k: number): number[] {
    if (k < 0 || k > n) {
      throw new DataError({
        code: 'sample-larger-than-population',
        message: `Cannot draw ${k} different elements from ${n}.`,
        hint: 'Ask for fewer few-shot examples, or take them from a larger split.',
        values: { n, k },
      });
    }
    return n <= poolLimit(k) ? this.#sampleFromPool(n, k) : this.#sampleByRejection(n, k);
  }

  /** `k` different elements of a population, in the order drawn. */
  sample<T>(population: readonly T[], k: number): T[] {
    // Each index is below population.length.
    return this.sampleIndices(population.length, k).map((index) => population[index] as T);
  }

  /** `k` indices of a population of `n`, drawn with replacement: what `choices(range(n), k=k)` returns. */
  choiceIndices(n: number, k: number): Uint32Array {
    return Uint32Array.from({ length: k }, () => Math.floor(this.random() * n));
  }

  /**
   * The sum, added from left to right, of `values.length` of the values drawn with replacement: one bootstrap replicate of
   * a sum. Written out because a bootstrap calls it 100,000 times.
   */
  resampledSum(values: Float64Array): number {
    const n = values.length;
    let sum = 0;
    for (let drawn = 0; drawn < n; drawn++) sum += values[(this.random() * n) | 0] as number;
    return sum;
  }

  #sampleFromPool(n: number, k: number): number[] {
    const pool = Uint32Array.from({ length: n }, (_, index) => index);
    const drawn: number[] = [];
    for (let taken = 0; taken < k; taken++) {
      const place = this.randbelow(n - taken);
      drawn.push(pool[place] as number);
      pool[place] = pool[n - taken - 1] as number;
    }
    return drawn;
  }

  #sampleByRejection(n: number, k: number): number[] {
    const drawn = new Set<number>();
    while (drawn.size < k) drawn.add(this.randbelow(n));
    return [...drawn];
  }
}

/** The absolute value as 32-bit words, lowest first; at least one. */
function seedWords(seed: number | bigint): Uint32Array {
  let rest = BigInt(seed);
  if (rest < 0n) rest = -rest;
  const words: number[] = [];
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return Uint32Array.from(words);
}

function bitLength(n: number): number {
  return n < 2 ** 32 ? 32 - Math.clz32(n) : 64 - Math.clz32(Math.floor(n / 2 ** 32));
}

/** Populations up to this size are copied into a pool; a set of drawn indices is smaller for larger ones (`random.sample`). */
function poolLimit(k: number): number {
  return 21 + (k > 5 ? 4 ** Math.ceil(Math.log(k * 3) / Math.log(4)) : 0);
}
