const STATE_SIZE = 624;
const SHIFT_SIZE = 397;
const UPPER_BIT = 0x80000000;
const LOWER_BITS = 0x7fffffff;
const TWIST = 0x9908b0df;

/**
 * The Mersenne Twister MT19937: 32-bit words with a period of 2^19937 − 1.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random
 * number generator", ACM TOMACS 8 (1998), and their `mt19937ar` for seeding by an array.
 */
export class MersenneTwister {
  // Signed, because V8 computes with signed 32-bit integers without boxing them; the bits are the same.
  readonly #state = new Int32Array(STATE_SIZE);
  readonly #words = new Int32Array(STATE_SIZE);
  #index = STATE_SIZE;

  /** @param key 32-bit words, at least one (`init_by_array`) */
  constructor(key: Uint32Array) {
    this.#seedByNumber(19_650_218);
    this.#mixIn(key);
  }

  /** The next word, as a signed number: use `>>>` on it. */
  nextWord(): number {
    if (this.#index === STATE_SIZE) this.#refill();
    return this.#words[this.#index++] as number;
  }

  #refill(): void {
    const state = this.#state;
    const ahead = STATE_SIZE - SHIFT_SIZE;
    for (let i = 0; i < ahead; i++) state[i] = twist(state, i, i + 1) ^ (state[i + SHIFT_SIZE] as number);
    for (let i = ahead; i < STATE_SIZE - 1; i++) state[i] = twist(state, i, i + 1) ^ (state[i - ahead] as number);
    state[STATE_SIZE - 1] = twist(state, STATE_SIZE - 1, 0) ^ (state[SHIFT_SIZE - 1] as number);
    temper(state, this.#words);
    this.#index = 0;
  }

  #seedByNumber(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < STATE_SIZE; i++) state[i] = spread(state, i, 1_812_433_253) + i;
  }

  #mixIn(key: Uint32Array): void {
    const state = this.#state;
    let place = 1;
    const step = (multiplier: number, added: number): void => {
      state[place] = ((state[place] as number) ^ spread(state, place, multiplier)) + added;
      place++;
      if (place < STATE_SIZE) return;
      state[0] = state[STATE_SIZE - 1] as number;
      place = 1;
    };
    for (let round = 0; round < Math.max(STATE_SIZE, key.length); round++) {
      const word = round % key.length;
      step(1_664_525, (key[word] as number) + word);
    }
    for (let round = 0; round < STATE_SIZE - 1; round++) step(1_566_083_941, -place);
    state[0] = UPPER_BIT;
  }
}

function twist(state: Int32Array, upper: number, lower: number): number {
  const low = state[lower] as number;
  const mixed = ((state[upper] as number) & UPPER_BIT) | (low & LOWER_BITS);
  return (mixed >>> 1) ^ (-(low & 1) & TWIST);
}

function temper(state: Int32Array, words: Int32Array): void {
  for (let i = 0; i < STATE_SIZE; i++) {
    let word = state[i] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    words[i] = word ^ (word >>> 18);
  }
}

/** The word before a place, its bits spread by a multiplication. */
function spread(state: Int32Array, place: number, multiplier: number): number {
  const previous = state[place - 1] as number;
  return Math.imul(previous ^ (previous >>> 30), multiplier);
}
