import { bisect } from './bisect.js';

/**
 * The z with P(|Z| ≤ z) = `confidence` for the standard normal distribution: 1.959964 for 0.95. 0 ≤ `confidence` ≤ 0.999999; nearer
 * to 1 the probability loses its digits.
 */
export function normalQuantile(confidence: number): number {
  return bisect(centralProbability, confidence);
}

/** P(|Z| ≤ z) by its power series (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.11). */
function centralProbability(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return Math.min(1, Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2) * sum);
}
