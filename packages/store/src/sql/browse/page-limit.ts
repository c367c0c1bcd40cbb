const ROWS = 50;
const MOST_ROWS = 1_000;

/** Rows of a page: 50 unless said otherwise, and no more than 1,000. */
export function pageLimit(limit: number = ROWS): number {
  return Math.max(1, Math.min(MOST_ROWS, Math.trunc(limit)));
}
