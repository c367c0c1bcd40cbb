import type { Clusters } from './comparisons.js';

/** Comparisons sorted by cluster: those of group g are `order[start[g]]` to `order[start[g + 1] − 1]`. No group is empty. */
export interface ClusterGroups {
  readonly count: number;
  readonly start: Int32Array;
  /** Numbers of comparisons; within a group in their own order. */
  readonly order: Int32Array;
}

/**
 * Groups comparisons that belong to the same cluster of every given way of clustering: with two ways, to the same question and the same
 * annotator. `included` has 1 for each comparison that takes part.
 */
export function clusterGroups(ways: readonly Clusters[], included: Uint8Array): ClusterGroups {
  let order = new Int32Array(included.length);
  let taken = 0;
  for (let index = 0; index < included.length; index += 1) if (included[index] === 1) order[taken++] = index;
  order = order.subarray(0, taken);
  // A stable counting sort by each way, the last one first, leaves equal combinations side by side.
  for (const way of ways.toReversed()) order = sortedBy(way, order);
  return { ...boundaries(ways, order), order };
}

function sortedBy({ count, of }: Clusters, order: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(count + 1);
  for (const index of order) next[of[index]! + 1]! += 1;
  for (let cluster = 0; cluster < count; cluster += 1) next[cluster + 1]! += next[cluster]!;
  const sorted = new Int32Array(order.length);
  for (const index of order) sorted[next[of[index]!]!++] = index;
  return sorted;
}

function boundaries(ways: readonly Clusters[], order: Int32Array): Omit<ClusterGroups, 'order'> {
  const start = new Int32Array(order.length + 1);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    let begins = at === 0;
    for (const { of } of ways) begins ||= of[order[at]!] !== of[order[at - 1]!];
    if (begins) start[count++] = at;
  }
  start[count] = order.length;
  return { count, start: start.subarray(0, count + 1) };
}
