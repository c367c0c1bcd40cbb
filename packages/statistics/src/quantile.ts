/**
 * The quantile of sorted values at 0 ≤ `probability` ≤ 1, interpolated between neighbours: type 7 of R. J. Hyndman, Y. Fan, Sample
 * quantiles in statistical packages, The American Statistician 50, 1996, the default of R and NumPy. NaN for an empty list.
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const lower = sorted[below]!;
  const upper = sorted[Math.ceil(place)]!;
  return lower === upper ? lower : lower + (upper - lower) * (place - below);
}
