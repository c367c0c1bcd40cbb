import type { Clusters } from './comparisons.js';

/** Comparisons sorted by cluster: those of group g are `order[start[g]]` to `order[start[g + 1] − 1]`. No group is empty. */
export interface ClusterGroups {
  readonly count: number;
  readonly start: Int32Array;
  /** Numbers of comparisons; within a group in their own order. */
  readonly order: Int32Array;
}

/**
 * Groups the comparisons that belong to the same cluster of every given way of clustering: with two ways, to the same question and the same
 * annotator. Comparisons that `counts` refuses are left out.
 */
export function clusterGroups(ways: readonly Clusters[], counts: (comparison: number) => boolean): ClusterGroups {
  const total = ways[0]?.of.length ?? 0;
  let order = Int32Array.from({ length: total }, (_, index) => index).filter((index) => counts(index));
  // A stable counting sort by each way, the last one first, leaves equal combinations side by side.
  for (const way of ways.toReversed()) order = sortedBy(way, order);
  const starts = [0];
  for (let at = 1; at < order.length; at += 1) {
    if (ways.some(({ of }) => of[order[at]!] !== of[order[at - 1]!])) starts.push(at);
  }
  if (order.length > 0) starts.push(order.length);
  return { count: starts.length - 1, start: Int32Array.from(starts), order };
}

function sortedBy({ count, of }: Clusters, order: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(count + 1);
  for (const index of order) next[of[index]! + 1]! += 1;
  for (let cluster = 0; cluster < count; cluster += 1) next[cluster + 1]! += next[cluster]!;
  const sorted = new Int32Array(order.length);
  for (const index of order) sorted[next[of[index]!]!++] = index;
  return sorted;
}
