/** The labels of one item: how often each was given. */
export type ItemCounts = ArrayLike<number>;

/** Number of annotations of an item. */
export function sizeOf(counts: ItemCounts): number {
  let size = 0;
  for (let label = 0; label < counts.length; label += 1) size += counts[label]!;
  return size;
}

/** Number of unordered pairs among `count` things. */
export function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}
