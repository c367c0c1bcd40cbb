import { formatNumber, formatPercent, formatSigned } from '../../format/format-number.js';
import type { CapabilityColumn } from './calls.js';

/** A number of a table: published ones as they were printed, our shares in per cent. */
export function formatValue(value: number, { origin, isShare }: CapabilityColumn): string {
  if (isShare) return formatPercent(value, 1);
  return origin === 'published' ? String(value) : formatNumber(value, 3);
}

/** A difference of two numbers of a table: of shares in percentage points. */
export function formatDifference(difference: number, { isShare }: CapabilityColumn): string {
  return formatSigned(isShare ? difference * 100 : difference, isShare ? 1 : 2);
}
