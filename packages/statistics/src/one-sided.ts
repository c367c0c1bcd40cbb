/**
 * The two-sided level of confidence of which one end is a one-sided bound of `confidence`: 0.90 for 0.95. The quantiles of this package are
 * two-sided.
 */
export function twoSidedLevel(confidence: number): number {
  return 2 * confidence - 1;
}
