import type { RandomNumbers } from './xoshiro.js';

/** Probabilities below this part of the largest one are left out. */
const NEGLIGIBLE = 1e-17;

/** A Poisson distribution laid out for drawing: values from `low` on, by inversion with a guide table. */
export interface PoissonTable {
  readonly low: number;
  /** Probability of at most `low` + k; the last one is 1. */
  readonly cumulative: Float64Array;
  /** Where to begin: the first k that a uniform number of each of equal parts can lead to. */
  readonly guide: Int32Array;
}

/** Lays out the Poisson distribution of a mean > 0; about 17·√mean values. */
export function poissonTable(mean: number): PoissonTable {
  const mode = Math.floor(mean);
  const above = [];
  for (let value = mode + 1, part = 1; ; value += 1) {
    part *= mean / value;
    if (part < NEGLIGIBLE) break;
    above.push(part);
  }
  const below = [];
  for (let value = mode, part = 1; value > 0; value -= 1) {
    part *= value / mean;
    if (part < NEGLIGIBLE) break;
    below.push(part);
  }
  const parts = [...below.toReversed(), 1, ...above];
  const cumulative = cumulate(parts);
  return { low: mode - below.length, cumulative, guide: guideOf(cumulative) };
}

/** One number of the distribution (H.-C. Chen, Y. Asau, On generating random variates from an empirical distribution, 1974). */
export function drawPoisson({ low, cumulative, guide }: PoissonTable, random: RandomNumbers): number {
  const uniform = random.uniform();
  let k = guide[Math.floor(uniform * guide.length)]!;
  while (cumulative[k]! <= uniform) k += 1;
  return low + k;
}

function cumulate(parts: readonly number[]): Float64Array {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const cumulative = new Float64Array(parts.length);
  let sum = 0;
  for (const [k, part] of parts.entries()) {
    sum += part;
    cumulative[k] = sum / total;
  }
  cumulative[parts.length - 1] = 1;
  return cumulative;
}

function guideOf(cumulative: Float64Array): Int32Array {
  const guide = new Int32Array(cumulative.length);
  let k = 0;
  for (let part = 0; part < guide.length; part += 1) {
    while (cumulative[k]! <= part / guide.length) k += 1;
    guide[part] = k;
  }
  return guide;
}
