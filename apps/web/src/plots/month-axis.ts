/** A month on the time axis, in pixels from the left edge. */
export interface MonthPlace {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly x: number;
  readonly width: number;
}

/** How much wider a month is for each release in it: a month without any has one part of the width, each release adds these. */
const PARTS_FOR_RELEASE = 3;

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/**
 * Lays months side by side, both bounds included. A month is wider the more releases it has: of the models that the surveys name two thirds
 * came within one year, which on an even axis would be a narrow heap in an empty picture. The dates stand on the axis.
 */
export function placeMonths(
  releases: readonly string[],
  frame: { readonly from: string; readonly to: string; readonly left: number; readonly width: number },
): readonly MonthPlace[] {
  const months: string[] = [];
  for (let month = frame.from; month <= frame.to; month = nextMonth(month)) months.push(month);
  const parts = months.map((month) => 1 + PARTS_FOR_RELEASE * releases.filter((each) => each === month).length);
  const part = frame.width / parts.reduce((sum, each) => sum + each, 0);
  let x = frame.left;
  return months.map((month, at) => {
    const width = part * (parts[at] ?? 0);
    const place = { month, x, width };
    x += width;
    return place;
  });
}

/** A date written on the axis. */
export interface AxisDate {
  readonly month: string;
  readonly x: number;
  /** Whether it says the month, or the year alone. */
  readonly isMonth: boolean;
}

const MONTH_LABEL = 62;
const YEAR_LABEL = 34;

/** Dates for which there is room on the axis: each month that is wide enough, and each year that begins where none is written. */
export function axisDates(places: readonly MonthPlace[]): readonly AxisDate[] {
  const dates: AxisDate[] = [];
  let free = -Infinity;
  for (const { month, x, width } of places) {
    const isMonth = width >= MONTH_LABEL;
    if (x < free || (!isMonth && !month.endsWith('-01'))) continue;
    dates.push({ month, x, isMonth });
    free = x + (isMonth ? MONTH_LABEL : YEAR_LABEL);
  }
  return dates;
}
