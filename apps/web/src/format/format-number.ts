/** An en dash between the bounds, which read as one range; U+2212 is the minus sign. */
const MINUS = '\u2212';
const MISSING = '–';

const withMinus = (text: string): string => text.replace('-', MINUS);

/** A number with a fixed count of decimals and a true minus sign; null and what is not finite read "–". */
export function formatNumber(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const text = value.toFixed(decimals);
  // A negative number that rounds to zero is shown as zero.
  return withMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

/** As `formatNumber`, with a sign in front of numbers above zero too. */
export function formatSigned(value: number | null | undefined, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value !== null && value !== undefined && Number(value.toFixed(decimals)) > 0 ? `+${text}` : text;
}

/** A share of 0..1 in per cent. */
export function formatPercent(share: number | null | undefined, decimals = 0): string {
  const text = formatNumber(share === null || share === undefined ? share : share * 100, decimals);
  return text === MISSING ? text : `${text}%`;
}

/** A count with the group separators of the language. */
export function formatCount(value: number | null | undefined, language: string): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return new Intl.NumberFormat(language).format(value);
}

/** A duration in milliseconds as whole seconds: `12 s`. */
export function formatSeconds(ms: number | null | undefined): string {
  const text = formatNumber(ms === null || ms === undefined ? ms : ms / 1000);
  return text === MISSING ? text : `${text} s`;
}

/** US dollars: two decimals, more where the amount is small; null reads "–", which is not free. */
export function formatCost(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  if (value === 0) return '$0';
  const decimals = value >= 1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(Math.abs(value))));
  return `$${value.toFixed(decimals)}`;
}

/** Lower and upper bound as one range: `1013–1088`; "to" in between where a minus sign would be unreadable. */
export function formatInterval(
  interval: { readonly lower: number; readonly upper: number } | null | undefined,
  format: (value: number) => string = (value) => formatNumber(value),
): string {
  if (interval === null || interval === undefined) return MISSING;
  if (!Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)) return MISSING;
  const bounds = [format(interval.lower), format(interval.upper)];
  return bounds.join(bounds.some((bound) => bound.startsWith(MINUS)) ? ' … ' : '–');
}

/** Best and worst rank: `1`, or `2–5`. */
export function formatRanks(lower: number | null | undefined, upper: number | null | undefined): string {
  if (lower === null || lower === undefined || upper === null || upper === undefined) return MISSING;
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}

/** A p-value with its letter, as a sentence has it: `p = 0.046`, `p < 0.001`. */
export function formatPStatement(value: number | null | undefined): string {
  const text = formatPValue(value);
  return text.startsWith('<') ? `p ${text}` : `p = ${text}`;
}

/** A p-value: never zero. */
export function formatPValue(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}

/** A duration: `850 ms`, `12.4 s`, `3 min 05 s`, `2 h 07 min`. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return MISSING;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours === 0 ? `${minutes} min ${twoDigits(seconds % 60)} s` : `${hours} h ${twoDigits(minutes)} min`;
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');
