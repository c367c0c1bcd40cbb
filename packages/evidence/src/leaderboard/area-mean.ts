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
 * 3rd ed. 1977, §5.3). The interval is put together from those of the parts: m − √Σ(vᵢ − lᵢ)²/k and m + √Σ(uᵢ − vᵢ)²/k (G. Y. Zou, A.
 * Donner, Construction of confidence limits about effect measures, Statistics in Medicine 27, 2008). For symmetric intervals that is m ±
 * z·se; made of Wilson's it stays within 0 and 1 and does not vanish where all answers were right.
 */
export function strataMean(strata: readonly StratumEstimate[]): StrataMean {
  const count = strata.length;
  const sums = { value: 0, error: 0, below: 0, above: 0 };
  for (const { value, standardError, lower, upper } of strata) {
    sums.value += value;
    sums.error += (standardError ?? Number.NaN) ** 2;
    sums.below += (value - (lower ?? Number.NaN)) ** 2;
    sums.above += ((upper ?? Number.NaN) - value) ** 2;
  }
  const value = sums.value / count;
  return {
    value,
    standardError: knownOrNull(Math.sqrt(sums.error) / count),
    lower: knownOrNull(value - Math.sqrt(sums.below) / count),
    upper: knownOrNull(value + Math.sqrt(sums.above) / count),
  };
}

/** What one part does not have, the mean has not either. */
function knownOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
