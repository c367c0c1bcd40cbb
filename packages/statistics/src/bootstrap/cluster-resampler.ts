import { TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { clusterGroups, type ClusterGroups } from '../comparisons/cluster-groups.js';
import { pairCount, pairIndex } from '../comparisons/pair-index.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import type { RandomNumbers } from '../random/xoshiro.js';
import type { PairProblem } from '../ratings/pair-problem.js';
import { clusterCells } from './cluster-cells.js';
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
  const places = pairPlaces(votes, problem);
  const groups = clusterGroups(
    votes.clusters,
    Uint8Array.from(places, (place) => (place === -1 ? 0 : 1)),
  );
  const ways = votes.clusters.map((way) => votedClusters(way, groups));
  for (const { count } of ways) if (count < 2) throw new RangeError('votes of one cluster cannot be drawn by cluster');
  const cells = clusterCells(votes.comparisons, groups, places);
  return {
    draw: (random, into) => {
      into.games.fill(0);
      into.score.fill(0);
      into.ties.fill(0);
      const weights = ways.map(({ count }) => drawWeights(count, random));
      for (let group = 0; group < groups.count; group += 1) {
        let weight = 1;
        for (const [way, { ofGroup }] of ways.entries()) weight *= weights[way]![ofGroup[group]!]!;
        if (weight === 0) continue;
        for (let cell = cells.start[group]!; cell < cells.start[group + 1]!; cell += 1) {
          const pair = cells.pair[cell]!;
          into.games[pair]! += weight * cells.games[cell]!;
          into.score[pair]! += weight * cells.score[cell]!;
          into.ties[pair]! += weight * cells.ties[cell]!;
        }
      }
    },
  };
}

/** Place in the problem of each vote's pair; −1 where the vote does not count. */
function pairPlaces({ comparisons, ties }: ClusterVotes, problem: PairProblem): Int32Array {
  const { first, second, outcome } = comparisons;
  const placeOf = new Int32Array(pairCount(comparisons.models)).fill(-1);
  for (const [place, pair] of problem.pair.entries()) placeOf[pair] = place;
  const places = new Int32Array(outcome.length).fill(-1);
  for (let vote = 0; vote < places.length; vote += 1) {
    const a = first[vote]!;
    const b = second[vote]!;
    if (a === b || (ties === 'drop' && outcome[vote] === TIE)) continue;
    places[vote] = placeOf[a < b ? pairIndex(a, b) : pairIndex(b, a)]!;
  }
  return places;
}

/** The clusters that have votes, numbered, and that of each group. */
function votedClusters({ of, count }: Clusters, { start, order, count: groups }: ClusterGroups) {
  const number = new Int32Array(count).fill(-1);
  const ofGroup = new Int32Array(groups);
  let used = 0;
  for (let group = 0; group < groups; group += 1) {
    const cluster = of[order[start[group]!]!]!;
    if (number[cluster] === -1) number[cluster] = used++;
    ofGroup[group] = number[cluster]!;
  }
  return { count: used, ofGroup };
}

/** How often each of `count` clusters comes up in as many draws. */
function drawWeights(count: number, random: RandomNumbers): Int32Array {
  const weights = new Int32Array(count);
  for (let draw = 0; draw < count; draw += 1) weights[Math.floor(random.uniform() * count)]! += 1;
  return weights;
}
