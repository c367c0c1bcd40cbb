/** Cells that expect fewer draws are merged: the statistic is near its distribution only with five or so in each. */
const LEAST_EXPECTED = 5;

/** Quantile of the normal distribution that is exceeded with probability 2.9·10⁻⁷. */
const QUANTILE = 5;

/** How far counts are from what was expected, beside what chance allows. */
export interface ChiSquare {
  /** Pearson's Σ (observed − expected)² / expected. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Exceeded with a probability below 10⁻⁶ when the counts are drawn from the expected distribution. */
  readonly bound: number;
}

/**
 * Pearson's test of draws against a distribution over texts. The bound is Wilson and Hilferty's approximation of the quantile (1931):
 * df · (1 − 2/(9 df) + z √(2/(9 df)))³.
 */
export function chiSquare(draws: readonly string[], expected: ReadonlyMap<string, number>): ChiSquare {
  const counts = new Map<string, number>();
  for (const draw of draws) counts.set(draw, (counts.get(draw) ?? 0) + 1);
  const impossible = draws.find((draw) => (expected.get(draw) ?? 0) === 0);
  if (impossible !== undefined) throw new Error(`drawn, but impossible: ${JSON.stringify(impossible)}`);
  let statistic = 0;
  let cells = 0;
  const rare = { count: 0, expected: 0 };
  const add = (count: number, mean: number): void => {
    statistic += (count - mean) ** 2 / mean;
    cells += 1;
  };
  for (const [text, probability] of expected) {
    const [count, mean] = [counts.get(text) ?? 0, probability * draws.length];
    if (mean >= LEAST_EXPECTED) {
      add(count, mean);
    } else {
      rare.count += count;
      rare.expected += mean;
    }
  }
  if (rare.expected >= LEAST_EXPECTED) add(rare.count, rare.expected);
  const degreesOfFreedom = cells - 1;
  const share = 2 / (9 * degreesOfFreedom);
  return { statistic, degreesOfFreedom, bound: degreesOfFreedom * (1 - share + QUANTILE * Math.sqrt(share)) ** 3 };
}
