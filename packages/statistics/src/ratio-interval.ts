import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { studentInterval, type Estimate } from './student-interval.js';

/** Paired terms of a ratio of sums, e.g. log-likelihood and number of words of each document. */
export interface RatioTerms {
  readonly numerators: ArrayLike<number>;
  /** Positive, as many as numerators. */
  readonly denominators: ArrayLike<number>;
}

/**
 * The ratio Σy / Σx with its linearised standard error √(Σ(y − r·x)² / (n(n − 1))) / x̄ (W. G. Cochran, Sampling Techniques,
 * 3rd ed. 1977, §2.11). It assumes independent documents, and is too small for a handful of them. The standard error is NaN for
 * fewer than two.
 */
export function ratioEstimate({ numerators, denominators }: RatioTerms): Estimate {
  const count = numerators.length;
  let top = 0;
  let bottom = 0;
  for (let index = 0; index < count; index += 1) {
    top += numerators[index]!;
    bottom += denominators[index]!;
  }
  const ratio = top / bottom;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += (numerators[index]! - ratio * denominators[index]!) ** 2;
  const standardError = count < 2 ? Number.NaN : Math.sqrt(squares / (count * (count - 1))) / (bottom / count);
  return { estimate: ratio, standardError, count };
}

/** Student's interval of a ratio of sums; undefined for fewer than two documents. */
export function ratioInterval(terms: RatioTerms, confidence = DEFAULT_CONFIDENCE): Interval | undefined {
  return terms.numerators.length < 2 ? undefined : studentInterval(ratioEstimate(terms), confidence);
}
