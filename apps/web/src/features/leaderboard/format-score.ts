import { formatNumber, formatPercent } from '../../format/format-number.js';

/** A measured number as a table shows it: a share in per cent, another number with two decimals. */
export function formatScore(value: number, isShare: boolean): string {
  return isShare ? formatPercent(value, 1) : formatNumber(value, 2);
}
