const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** A count with its thousands apart: `13,642`. */
export function formatCount(count: number): string {
  return digits.format(count);
}

/** A large count in short: `135M`. */
export function formatCompact(count: number): string {
  return compact.format(count);
}
