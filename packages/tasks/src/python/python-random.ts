import { DataError } from '@understudy/core';

const STATE_SIZE = 624;
const SHIFT_SIZE = 397;
const TWO_TO_26 = 67_108_864;
const TWO_TO_53 = 9_007_199_254_740_992;

/**
 * CPython's `random.Random(seed)`: the Mersenne Twister MT19937 seeded by `init_by_array`, with CPython's way of making
 * floats, bounded integers and samples from its words. Few-shot draws and bootstrap errors of lm-evaluation-harness can
 * only be reproduced with it.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998); CPython 3.11 `Lib/random.py`.
 */
export class PythonRandom {
  readonly #state = new Uint32Array(STATE_SIZE);
  #index = STATE_SIZE;

  /** @param seed any whole number; its sign is ignored, as CPython does */
  constructor(seed: number | bigint) {
    this.#seedByArray(seedWords(seed));
  }

  /** A float in [0, 1) with 53 random bits. */
  random(): number {
    const high = this.#nextWord() >>> 5;
    const low = this.#nextWord() >>> 6;
    return (high * TWO_TO_26 + low) / TWO_TO_53;
  }

  /** A whole number of `bits` random bits; 1 to 53 of them. */
  getrandbits(bits: number): number {
    if (bits <= 32) return this.#nextWord() >>> (32 - bits);
    const low = this.#nextWord();
    return (this.#nextWord() >>> (64 - bits)) * 2 ** 32 + low;
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

  #nextWord(): number {
    if (this.#index === STATE_SIZE) this.#refill();
    let word = this.#state[this.#index++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  #refill(): void {
    const state = this.#state;
    const ahead = STATE_SIZE - SHIFT_SIZE;
    for (let i = 0; i < ahead; i++) state[i] = (state[i + SHIFT_SIZE] as number) ^ this.#twist(i, i + 1);
    for (let i = ahead; i < STATE_SIZE - 1; i++) state[i] = (state[i - ahead] as number) ^ this.#twist(i, i + 1);
    state[STATE_SIZE - 1] = (state[SHIFT_SIZE - 1] as number) ^ this.#twist(STATE_SIZE - 1, 0);
    this.#index = 0;
  }

  #twist(upper: number, lower: number): number {
    const low = this.#state[lower] as number;
    const mixed = ((this.#state[upper] as number) & 0x80000000) | (low & 0x7fffffff);
    return (mixed >>> 1) ^ (low & 1 ? 0x9908b0df : 0);
  }

  #seedByNumber(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < STATE_SIZE; i++) {
      const previous = state[i - 1] as number;
      state[i] = Math.imul(previous ^ (previous >>> 30), 1_812_433_253) + i;
    }
    this.#index = STATE_SIZE;
  }

  #seedByArray(key: Uint32Array): void {
    const state = this.#state;
    this.#seedByNumber(19_650_218);
    let i = 1;
    let j = 0;
    const step = (multiplier: number, added: number): void => {
      const previous = state[i - 1] as number;
      state[i] = ((state[i] as number) ^ Math.imul(previous ^ (previous >>> 30), multiplier)) + added;
      i++;
      if (i < STATE_SIZE) return;
      state[0] = state[STATE_SIZE - 1] as number;
      i = 1;
    };
    for (let round = Math.max(STATE_SIZE, key.length); round > 0; round--) {
      step(1_664_525, (key[j] as number) + j);
      j = (j + 1) % key.length;
    }
    for (let round = STATE_SIZE - 1; round > 0; round--) step(1_566_083_941, -i);
    state[0] = 0x80000000;
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
