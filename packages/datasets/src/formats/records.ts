import type { RowRange } from './table.js';

/** Counts the records of a file that is read from its beginning. */
export async function countRecords(records: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of records) count++;
  return count;
}

/** The records of a range; reads no further than its end. */
export async function* recordsBetween<T>(
  records: AsyncIterable<T>,
  { start = 0, end = Infinity }: RowRange,
): AsyncGenerator<T> {
  let index = 0;
  for await (const record of records) {
    if (index >= end) return;
    if (index++ >= start) yield record;
  }
}
