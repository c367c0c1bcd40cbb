import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { mean } from './mean.js';
import { studentInterval } from './student-interval.js';
import { standardErrorOfMean } from './standard-error.js';
import { studentTPValue } from './student-t.js';

/** How one run differs from another on the same samples. */
export interface PairedDifference {
  readonly count: number;
  /** Mean of first − second. */
  readonly difference: number;
  readonly standardError: number;
  /** Undefined for fewer than two samples. */
  readonly interval: Interval | undefined;
  /** Two-sided; 1 when all differences are 0. */
  readonly pValue: number;
}

/**
 * Student's paired test: the mean of the samples' differences, its interval and p-value (Student, The probable error of a mean,
 * Biometrika 6, 1908). Pairing removes what makes some questions harder than others for both, so it sees much smaller differences than
 * two separate intervals do. It assumes independent samples; for 0/1 values `mcNemarTest` is exact. The values are aligned by sample.
 */
export function pairedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = DEFAULT_CONFIDENCE,
): PairedDifference {
  const count = first.length;
  const differences = Float64Array.from({ length: count }, (_, index) => first[index]! - second[index]!);
  const difference = mean(differences);
  const standardError = standardErrorOfMean(differences);
  return {
    count,
    difference,
    standardError,
    interval: count < 2 ? undefined : studentInterval({ estimate: difference, standardError, count }, confidence),
    pValue: pValueOf(difference, standardError, count),
  };
}

/** Sums over the samples of first − second and of its square. */
export interface DifferenceSums {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** As `pairedDifference`, from sums alone: exact enough for values of a few digits, such as marks of 0 and 1. */
export function pairedDifferenceOf({ count, sum, sumOfSquares }: DifferenceSums): PairedDifference {
  const difference = sum / count;
  const squares = Math.max(0, sumOfSquares - count * difference * difference);
  const standardError = Math.sqrt(squares / (count - 1) / count);
  return {
    count,
    difference,
    standardError,
    interval: count < 2 ? undefined : studentInterval({ estimate: difference, standardError, count }),
    pValue: pValueOf(difference, standardError, count),
  };
}

function pValueOf(difference: number, standardError: number, count: number): number {
  if (count < 2) return Number.NaN;
  if (standardError === 0) return difference === 0 ? 1 : 0;
  return studentTPValue(difference / standardError, count - 1);
}
