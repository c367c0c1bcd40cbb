/**
 * Reproducible random numbers: xoshiro128**, its state filled by splitmix32 from a seed of any length.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 */
export class SeededRandom {
  readonly #state: Int32Array;

  /** @param parts seed: numbers and texts, which together name one stream */
  constructor(...parts: readonly (number | string)[]) {
    let word = hash32(...parts);
    this.#state = Int32Array.from({ length: 4 }, () => {
      word = (word + 0x9e3779b9) | 0;
      return finish(word);
    });
  }

  /** Uniform in [0, 1). */
  next(): number {
    const state = this.#state;
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const product = Math.imul(b, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    const third = c ^ a;
    const fourth = d ^ b;
    state[0] = a ^ fourth;
    state[1] = b ^ third;
    state[2] = third ^ (b << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return (word >>> 0) / 2 ** 32;
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

/** A 32-bit hash of numbers and texts (FNV-1a, finished as in MurmurHash3), not negative. Not for secrets. */
export function hash32(...parts: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = typeof part === 'number' ? mixNumber(hash, part) : mixText(hash, part);
  }
  return finish(hash) >>> 0;
}

function mixNumber(hash: number, value: number): number {
  // The upper half counts as well: seeds may be times in milliseconds.
  const low = Math.imul(hash ^ (value | 0), 0x01000193);
  return finish(low ^ Math.floor(value / 2 ** 32));
}

function mixText(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash ^ text.length);
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
