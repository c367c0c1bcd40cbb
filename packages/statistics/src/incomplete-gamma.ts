import { logGamma } from './log-gamma.js';

const PRECISION = 1e-16;
/** Keeps the continued fraction from dividing by zero. */
const TINY = 1e-300;
/** Both expansions need about √a terms near x = a. */
const MAX_TERMS = 1_000_000;

/** Both tails of the regularised incomplete gamma function; they add up to 1, and the small one has all its digits. */
export interface GammaTails {
  /** P(a, x): the probability that a Gamma(a, 1) variable is at most x. */
  readonly lower: number;
  /** Q(a, x): the probability that it is more. */
  readonly upper: number;
}

/**
 * Regularised incomplete gamma function for a > 0 and x ≥ 0: below a + 1 by its series, above by its continued fraction with Lentz's
 * method (Abramowitz & Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31).
 */
export function incompleteGamma(a: number, x: number): GammaTails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = front * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = front * continuedFraction(a, x);
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MAX_TERMS && term > sum * PRECISION; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= MAX_TERMS; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / notZero(numerator * d + b);
    c = notZero(b + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
