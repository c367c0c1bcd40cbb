import { FIRST_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';
import { pairCount } from '../comparisons/pair-index.js';
import type { ClusterGroups } from '../comparisons/cluster-groups.js';

/** What each group of votes adds to the pairs: cells of group g from `start[g]` to `start[g + 1]`, each pair once a group. */
export interface ClusterCells {
  readonly start: Int32Array;
  /** Place of the cell's pair. */
  readonly pair: Int32Array;
  readonly games: Float64Array;
  /** Of the lower-numbered model. */
  readonly score: Float64Array;
  readonly ties: Float64Array;
}

/** Sums votes by group and pair; `places` has the place of each vote's pair. */
export function clusterCells(comparisons: Comparisons, groups: ClusterGroups, places: Int32Array): ClusterCells {
  const { first, second, outcome } = comparisons;
  const votes = groups.order.length;
  const start = new Int32Array(groups.count + 1);
  const pair = new Int32Array(votes);
  const games = new Float64Array(votes);
  const score = new Float64Array(votes);
  const ties = new Float64Array(votes);
  // The cell that a pair has got; one before the group's first is of an earlier group.
  const cellOf = new Int32Array(pairCount(comparisons.models)).fill(-1);
  let cells = 0;
  for (let group = 0; group < groups.count; group += 1) {
    start[group] = cells;
    for (let at = groups.start[group]!; at < groups.start[group + 1]!; at += 1) {
      const vote = groups.order[at]!;
      const place = places[vote]!;
      if (cellOf[place]! < start[group]!) {
        cellOf[place] = cells;
        pair[cells++] = place;
      }
      const cell = cellOf[place]!;
      const isTie = outcome[vote] === TIE;
      games[cell]! += 1;
      if (isTie) score[cell]! += 0.5;
      else if ((outcome[vote] === FIRST_WINS) === first[vote]! < second[vote]!) score[cell]! += 1;
      if (isTie) ties[cell]! += 1;
    }
  }
  start[groups.count] = cells;
  return {
    start,
    pair: pair.subarray(0, cells),
    games: games.subarray(0, cells),
    score: score.subarray(0, cells),
    ties: ties.subarray(0, cells),
  };
}
