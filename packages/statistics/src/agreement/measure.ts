/** How items are weighted: `pairs`, each pair of annotations counts the same; `items`, each item does, however many annotated it. */
export type Weighting = 'pairs' | 'items';

/**
 * A measure of agreement whose value depends on an item only through a short row of numbers, added over items. So a bootstrap adds
 * rows and never looks at annotations again.
 */
export interface Measure<Item> {
  /** The item's row, empty for an item that has no part in the measure; its first number is what `count` of the result adds up. */
  row(item: Item, weighting: Weighting): readonly number[];
  /** The measure of the added rows; NaN where it is not defined. */
  value(sums: ArrayLike<number>): number;
  /** A share between 0 and 1, rather than a figure corrected for chance. */
  readonly isProportion: boolean;
}

/** Agreeing pairs of an item (halves are possible) and how many pairs there are. */
export interface PairShare {
  readonly agreeing: number;
  readonly pairs: number;
}

/** The share of pairs that agree. `all` are the pairs of the item with ties, on which the weighting by items rests. */
export function shareOfPairs<Item>(share: (item: Item) => PairShare, all: (item: Item) => number): Measure<Item> {
  return {
    isProportion: true,
    row(item, weighting) {
      const { agreeing, pairs } = share(item);
      if (pairs === 0) return [];
      const weight = weighting === 'items' ? 1 / all(item) : 1;
      return [pairs, agreeing * weight, pairs * weight];
    },
    value: (sums) => sums[1]! / sums[2]!,
  };
}

/**
 * Krippendorff's alpha for nominal labels, from Σ over units of the weighted agreement among m values, Σ n_c(n_c − 1)/(m − 1), and the
 * labels' totals: 1 − (n − 1)(n − agreement)/(n² − Σ n_c²) (K. Krippendorff, Computing Krippendorff's alpha-reliability, 2011, B and C).
 */
export function nominalAlpha(agreement: number, totals: readonly number[]): number {
  const n = totals.reduce((sum, total) => sum + total, 0);
  const expected = n * n - totals.reduce((sum, total) => sum + total * total, 0);
  return expected === 0 ? Number.NaN : 1 - ((n - 1) * (n - agreement)) / expected;
}

/** (observed − expected)/(1 − expected); NaN where chance alone explains everything. */
export function correctedForChance(observed: number, expected: number): number {
  return expected === 1 ? Number.NaN : (observed - expected) / (1 - expected);
}
