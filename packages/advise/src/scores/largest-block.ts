/**
 * Chooses items so that many holders have all of them: of the sets that are left when the item with the fewest holders is taken away again and
 * again (of equals the last), the one with the largest product of items and holders that have them all; of equals the one with more items.
 * Scores that are averaged over such a set stand on the same tasks for all of its holders.
 */
export function largestBlock<Item>(
  items: readonly Item[],
  holdersOf: (item: Item) => ReadonlySet<string>,
): readonly Item[] {
  let left = items;
  let best: { readonly items: readonly Item[]; readonly size: number } = { items: [], size: 0 };
  while (left.length > 0) {
    const size = left.length * commonHolders(left, holdersOf);
    if (size > best.size) best = { items: left, size };
    const fewest = left.reduce((least, item) => (holdersOf(item).size <= holdersOf(least).size ? item : least));
    left = left.filter((item) => item !== fewest);
  }
  return best.items;
}

function commonHolders<Item>(items: readonly Item[], holdersOf: (item: Item) => ReadonlySet<string>): number {
  const [first, ...rest] = items.map(holdersOf);
  return [...(first ?? [])].filter((holder) => rest.every((holders) => holders.has(holder))).length;
}
