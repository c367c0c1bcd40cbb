import type { ItemCounts } from './item-counts.js';
import type { ItemKinds } from './estimate-measures.js';

/** Groups the items of a table of label counts, one row an item, by their rows. */
export function kindsOfRows(table: Float64Array, width: number): ItemKinds<ItemCounts> {
  const kinds: ItemCounts[] = [];
  const numberOf = new Map<string, number>();
  const of = new Int32Array(table.length / width);
  for (let item = 0; item < of.length; item += 1) {
    const row = table.subarray(item * width, (item + 1) * width);
    const key = row.join();
    let kind = numberOf.get(key);
    if (kind === undefined) {
      kind = kinds.length;
      numberOf.set(key, kind);
      kinds.push(row);
    }
    of[item] = kind;
  }
  return { kinds, of };
}
