/** A number with its interval. */
export interface Bounded {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

/**
 * The interval of the difference of two numbers from their own intervals: d − √((v₁−l₁)² + (u₂−v₂)²) and d + √((u₁−v₁)² + (v₂−l₂)²), of
 * shares with Wilson's intervals R. G. Newcombe's (Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17, 1998, method 10). It takes them as independent. Models asked the same documents are right and wrong together more often
 * than not, so it is mostly too wide: it calls fewer differences real than a paired comparison of samples would.
 */
export function differenceInterval(first: Bounded, second: Bounded): Bounded {
  const value = first.value - second.value;
  const below = Math.hypot(first.value - first.interval.lower, second.interval.upper - second.value);
  const above = Math.hypot(first.interval.upper - first.value, second.value - second.interval.lower);
  return { value, interval: { lower: value - below, upper: value + above } };
}
