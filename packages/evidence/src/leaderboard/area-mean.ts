import { combineIntervals } from '@understudy/statistics';

/** A number of one stratum. */
export interface StratumEstimate {
  readonly value: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The mean of numbers from independent samples, each counting the same. */
export type StrataMean = StratumEstimate;

/**
 * The mean of k benchmarks' values, whose documents are independent samples: standard error √Σseᵢ²/k (W. G. Cochran, Sampling Techniques,
 * 3rd ed. 1977, §5.3), interval `combineIntervals`. For symmetric intervals that is m ± z·se; made of Wilson's it stays within 0 and 1
 * and does not vanish where all answers were right. What one part does not have, the mean has not either.
 */
export function strataMean(strata: readonly StratumEstimate[]): StrataMean {
  const weight = 1 / strata.length;
  const parts = strata.map(({ value, lower, upper }) => {
    return { weight, estimate: value, interval: { lower: lower ?? Number.NaN, upper: upper ?? Number.NaN } };
  });
  const { estimate: value, interval } = combineIntervals(parts);
  const squares = strata.reduce((sum, { standardError }) => sum + (standardError ?? Number.NaN) ** 2, 0);
  return {
    value,
    standardError: knownOrNull(Math.sqrt(squares) * weight),
    lower: knownOrNull(interval.lower),
    upper: knownOrNull(interval.upper),
  };
}

function knownOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
