/** A measured number of a model with its interval. */
export interface Ranked {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The best and the worst rank that the intervals leave open. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/**
 * Ranks by intervals that do not overlap, as Chatbot Arena gives them: one more than the models whose interval lies wholly above a
 * model's is its best rank, and those whose interval lies wholly below are behind it for sure. Undefined where a number has no interval;
 * such a number takes no rank from others.
 */
export function rankRanges(
  cells: readonly (Ranked | undefined)[],
  higherIsBetter: boolean,
): readonly (RankRange | undefined)[] {
  const intervals = cells.map((cell) => {
    if (cell === undefined || cell.lower === null || cell.upper === null) return undefined;
    return higherIsBetter ? { low: cell.lower, high: cell.upper } : { low: -cell.upper, high: -cell.lower };
  });
  const known = intervals.filter((interval) => interval !== undefined);
  return intervals.map((interval) => {
    if (interval === undefined) return undefined;
    const better = known.filter(({ low }) => low > interval.high).length;
    const worse = known.filter(({ high }) => high < interval.low).length;
    return { best: better + 1, worst: known.length - worse };
  });
}
