import { bisect } from './bisect.js';
import { incompleteBeta } from './incomplete-beta.js';
import { normalQuantile } from './normal-quantile.js';

/** From so many degrees of freedom on, the expansion about the normal quantile is exact to 1e-9. */
const MANY_DEGREES = 1000;

/** Probability that |T| ≤ t for Student's T with `degrees` > 0 degrees of freedom (Abramowitz & Stegun 26.7.1). */
function centralProbability(t: number, degrees: number): number {
  // Of x = ν/(ν+t²) and 1−x the smaller one is computed directly, so that neither end loses its digits.
  const square = t * t;
  return square < degrees
    ? incompleteBeta(square / (degrees + square), 0.5, degrees / 2)
    : 1 - incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5);
}

/**
 * The t with P(|T| ≤ t) = `confidence` for Student's t distribution: 2.262 for 0.95 and 9 degrees of freedom, 1.960 for many.
 * Found by bisection, which needs nothing but monotony; for many degrees by expansion. `degrees` > 0; 0 ≤ `confidence` < 1.
 */
export function studentTQuantile(confidence: number, degrees: number): number {
  return degrees > MANY_DEGREES
    ? expandedQuantile(confidence, degrees)
    : bisect((t) => centralProbability(t, degrees), confidence);
}

/** Abramowitz & Stegun 26.7.5, three terms. */
function expandedQuantile(confidence: number, degrees: number): number {
  const z = normalQuantile(confidence);
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/** Two-sided p-value of a t statistic: P(|T| ≥ |t|). */
export function studentTPValue(t: number, degrees: number): number {
  const square = t * t;
  return incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5);
}
