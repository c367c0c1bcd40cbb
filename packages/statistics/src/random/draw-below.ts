import type { RandomNumbers } from './xoshiro.js';

/** A whole number from 0 to `bound` − 1, each as likely as another to 53 bits. */
export function drawBelow(random: RandomNumbers, bound: number): number {
  return Math.floor(random.uniform() * bound);
}
