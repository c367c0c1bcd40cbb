const THOUSAND = 1000;
const UNITS = ['', 'K', 'M', 'B', 'T'] as const;
const MISSING = '–';

/** A count of weights or tokens as the field writes it: `7B`, `6.74B`, `135M`, `1.2T`. Three digits at most. */
export function formatSize(count: number | null | undefined): string {
  if (count === null || count === undefined || !Number.isFinite(count)) return MISSING;
  let value = count;
  let unit = 0;
  // Rounded first, so that 999,999,999 is 1B and not 1000M.
  while (Number(value.toPrecision(3)) >= THOUSAND && unit < UNITS.length - 1) {
    value /= THOUSAND;
    unit += 1;
  }
  return `${Number(value.toPrecision(3))}${UNITS[unit]}`;
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Bytes in binary units: `13.5 GiB`. */
export function formatBytes(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return MISSING;
  const unit = Math.min(BINARY_UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** unit;
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${BINARY_UNITS[unit]}`;
}
