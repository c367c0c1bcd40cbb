import { FIRST_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { clusterGroups } from '../comparisons/cluster-groups.js';
import { pairCount, pairIndex } from '../comparisons/pair-index.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import type { RandomNumbers } from '../random/xoshiro.js';
import type { PairProblem } from '../ratings/pair-problem.js';
import type { Resampler } from './resampler.js';

/** Votes that come in clusters. */
export interface ClusterVotes {
  readonly comparisons: Comparisons;
  /** One way of clustering or two. */
  readonly clusters: readonly Clusters[];
  readonly ties: TieRule;
}

/**
 * Draws whole clusters with replacement, as many as there are. With two ways of clustering each way is drawn by itself and a vote counts as often
 * as its question was drawn times as often as its annotator was (the pigeonhole bootstrap: A. Owen, Annals of Applied Statistics 1, 2007;
 * its intervals are rather too wide than too narrow).
 */
export function clusterResampler(votes: ClusterVotes, problem: PairProblem): Resampler {
  const { comparisons, clusters, ties } = votes;
  const { first, second, outcome } = comparisons;
  const place = new Int32Array(pairCount(comparisons.models)).fill(-1);
  for (const [at, pair] of problem.pair.entries()) place[pair] = at;
  const placeOf = (vote: number): number => {
    const a = first[vote]!;
    const b = second[vote]!;
    if (a === b || (ties === 'drop' && outcome[vote] === TIE)) return -1;
    return place[a < b ? pairIndex(a, b) : pairIndex(b, a)]!;
  };
  const groups = clusterGroups(clusters, (vote) => placeOf(vote) !== -1);
  const voted = clusters.map(({ of, count }) => numberUsed(of, count, groups.order));
  // What a vote adds, in sorted order, so that a round reads memory from front to back.
  const pair = groups.order.map(placeOf);
  const tie = Uint8Array.from(groups.order, (vote) => (outcome[vote] === TIE ? 1 : 0));
  const score = Float64Array.from(groups.order, (vote) => {
    if (outcome[vote] === TIE) return 0.5;
    return (outcome[vote] === FIRST_WINS) === first[vote]! < second[vote]! ? 1 : 0;
  });
  return {
    draw: (random, into) => {
      const weights = voted.map(({ count }) => drawWeights(count, random));
      into.games.fill(0);
      into.score.fill(0);
      into.ties.fill(0);
      for (let group = 0; group < groups.count; group += 1) {
        const sample = groups.order[groups.start[group]!]!;
        let weight = 1;
        for (const [way, { of }] of voted.entries()) weight *= weights[way]![of[clusters[way]!.of[sample]!]!]!;
        if (weight === 0) continue;
        for (let at = groups.start[group]!; at < groups.start[group + 1]!; at += 1) {
          into.games[pair[at]!]! += weight;
          into.score[pair[at]!]! += weight * score[at]!;
          into.ties[pair[at]!]! += weight * tie[at]!;
        }
      }
    },
  };
}

/** Numbers the clusters that have votes. */
function numberUsed(of: Int32Array, count: number, order: Int32Array) {
  const number = new Int32Array(count).fill(-1);
  let used = 0;
  for (const vote of order) if (number[of[vote]!] === -1) number[of[vote]!] = used++;
  return { of: number, count: used };
}

/** How often each of `count` clusters comes up in as many draws. */
function drawWeights(count: number, random: RandomNumbers): Int32Array {
  const weights = new Int32Array(count);
  for (let draw = 0; draw < count; draw += 1) weights[Math.floor(random.uniform() * count)]! += 1;
  return weights;
}
