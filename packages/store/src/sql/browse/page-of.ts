import type { PagePlace } from '../../browse/browse.js';
import { type Cursor, writeCursor } from '../../browse/cursor.js';

/** What a pass over all rows found at a cursor. */
export interface FoundRows<Row extends Pick<Cursor, 'document' | 'key'>> {
  /** Nearest first: of a page before a row that is backwards. One more than the page has, if there is one. */
  readonly rows: readonly Row[];
  /** Rows on the other side of the cursor, its own among them. */
  readonly passed: number;
  readonly total: number;
}

/** Which page was asked for. */
export interface AskedPage {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
  readonly isSorted: boolean;
}

/** The page of what was found, in order, with its place among all rows. */
export function pageOf<Row extends Pick<Cursor, 'document' | 'key'>>(
  { rows: found, passed, total }: FoundRows<Row>,
  { limit, cursor, isSorted }: AskedPage,
): { readonly rows: readonly Row[]; readonly place: PagePlace } {
  const isBackwards = cursor?.side === 'before';
  const nearest = found.slice(0, limit);
  const rows = isBackwards ? nearest.toReversed() : nearest;
  const before = isBackwards ? total - passed - rows.length : passed;
  const cursorAt = (side: Cursor['side'], row: Row | undefined): string | undefined =>
    row && writeCursor({ side, document: row.document, key: row.key }, isSorted);
  return {
    rows,
    place: {
      previous: before > 0 ? cursorAt('before', rows[0]) : undefined,
      next: before + rows.length < total ? cursorAt('behind', rows.at(-1)) : undefined,
      before,
      total,
    },
  };
}

/** Whether a page that ends before a row reaches back over the first one, so that it is the first page, and should be a full one. */
export function isCutShort(
  { rows }: FoundRows<Pick<Cursor, 'document' | 'key'>>,
  { limit, cursor }: AskedPage,
): boolean {
  return cursor?.side === 'before' && rows.length < limit;
}
