import { bisect } from './bisect.js';
import { incompleteGamma } from './incomplete-gamma.js';

/** P(X ≥ x) for a chi-square variable with `degrees` > 0 degrees of freedom (Abramowitz & Stegun 26.4.19). */
export function chiSquarePValue(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper;
}

/** The x with P(X ≤ x) = `probability`, 0 ≤ `probability` < 1: 3.841 for 0.95 and one degree of freedom. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  return bisect((x) => incompleteGamma(degrees / 2, x / 2).lower, probability);
}

/** P(|Z| ≥ |z|) for a standard normal variable, with all its digits in the far tail too. */
export function normalPValue(z: number): number {
  return chiSquarePValue(z * z, 1);
}
