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
  const value = strata.reduce((sum, stratum) => sum + stratum.value, 0) / count;
  const error = rootOfSquares(strata.map(({ standardError }) => standardError));
  const below = rootOfSquares(strata.map((one) => (one.lower === null ? null : one.value - one.lower)));
  const above = rootOfSquares(strata.map((one) => (one.upper === null ? null : one.upper - one.value)));
  return {
    value,
    standardError: error === null ? null : error / count,
    lower: below === null ? null : value - below / count,
    upper: above === null ? null : value + above / count,
  };
}

function rootOfSquares(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value ** 2;
  }
  return Math.sqrt(sum);
}
