/** A source of random numbers; the same seed gives the same ones on every machine. */
export interface RandomNumbers {
  /** 32 random bits, as an integer from 0 to 2³² − 1. */
  bits(): number;
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number;
}

/** The four words of state, of 32 bits each; not all 0. */
export type XoshiroState = readonly [number, number, number, number];

/**
 * Random numbers by xoshiro128** (D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM Transactions on Mathematical
 * Software 47, 2021; prng.di.unimi.it): period 2¹²⁸ − 1, needs 32-bit arithmetic only. The state comes from the seed, an integer, by
 * SplitMix64, as its authors advise. Not for secrets.
 */
export function seededRandom(seed: number): RandomNumbers {
  return xoshiro128(stateOfSeed(seed));
}

/** The generator from a given state. */
export function xoshiro128(state: XoshiroState): RandomNumbers {
  let [a, b, c, d] = state;
  const bits = (): number => {
    const fivefold = Math.imul(b, 5);
    const result = Math.imul((fivefold << 7) | (fivefold >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  // 27 and 26 bits make the 53 of a double's mantissa.
  return { bits, uniform: () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992 };
}

const word = (value: bigint): number => Number(BigInt.asUintN(32, value));

/** Two values of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014), each as its low and its high word. */
export function stateOfSeed(seed: number | bigint): XoshiroState {
  const words = [1n, 2n].map((step) => {
    let value = BigInt.asUintN(64, BigInt(seed) + step * 0x9e3779b97f4a7c15n);
    value = BigInt.asUintN(64, (value ^ (value >> 30n)) * 0xbf58476d1ce4e5b9n);
    value = BigInt.asUintN(64, (value ^ (value >> 27n)) * 0x94d049bb133111ebn);
    return value ^ (value >> 31n);
  }) as [bigint, bigint];
  const [low, high] = words;
  return [word(low), word(low >> 32n), word(high), word(high >> 32n)];
}
