/** Half of a 95% interval wider than this, of shares of right answers, is too wide to rank by: five points. */
export const POWER_MARGIN = 0.05;

/** Whether a share is known too roughly to rank by; null where it is no share or has no interval. */
export function isUnderpowered(cell: {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isShare: boolean;
}): boolean | null {
  if (!cell.isShare || cell.lower === null || cell.upper === null) return null;
  return (cell.upper - cell.lower) / 2 > POWER_MARGIN;
}
