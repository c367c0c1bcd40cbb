import { expect, it } from 'vitest';
import { FirstRows, isAfter, type KeyedRow } from './first-rows.js';

/** Keys of few different values in no order, by a linear congruence. */
const rows: readonly KeyedRow[] = Array.from({ length: 2_000 }, (_, at) => ({
  key: ((at * 7919 + 13) % 50) - 25,
  document: (at * 1013) % 2_003,
}));

it.each([1, 2, 51, 1_999, 2_000, 3_000])('keeps the %i rows that sorting all of them puts first', (limit) => {
  const first = new FirstRows(limit);
  for (const row of rows) if (first.accepts(row.key, row.document)) first.add(row);
  const sorted = rows.toSorted((a, b) => a.key - b.key || a.document - b.document);
  expect(first.rows()).toEqual(sorted.slice(0, limit));
  expect(first.bound).toBe(limit > rows.length ? Number.NaN : sorted[limit - 1]?.key);
});

it('takes infinite keys, too', () => {
  const first = new FirstRows(2);
  for (const [document, key] of [Infinity, 5, -Infinity, Infinity].entries()) {
    if (first.accepts(key, document)) first.add({ key, document });
  }
  expect(first.rows().map((row) => row.document)).toEqual([2, 1]);
  expect(isAfter({ key: 1, document: 2 }, { key: 1, document: 2 })).toBe(false);
});
