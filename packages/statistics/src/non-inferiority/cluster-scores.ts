import { FIRST_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';

/** Votes on one pair of models, cluster by cluster. */
export interface ClusterScores {
  /** Of each cluster the sum of its votes' scores: 1 a win, ½ a tie, 0 a loss. */
  readonly scores: Float64Array;
  /** Of each cluster its number of votes; clusters without votes are left out. */
  readonly votes: Float64Array;
}

/** The votes on a pair of models, as scores of `model`, by question; each vote is a cluster of its own without `clusters`. */
export function pairScores(
  comparisons: Comparisons,
  { model, reference }: { readonly model: number; readonly reference: number },
  clusters?: Clusters,
): ClusterScores {
  const sums = new Map<number, { score: number; votes: number }>();
  const { first, second, outcome } = comparisons;
  for (let index = 0; index < outcome.length; index += 1) {
    const isFirst = first[index] === model && second[index] === reference;
    if (!isFirst && !(first[index] === reference && second[index] === model)) continue;
    const cluster = clusters === undefined ? index : clusters.of[index]!;
    const sum = sums.get(cluster) ?? { score: 0, votes: 0 };
    sums.set(cluster, sum);
    sum.votes += 1;
    if (outcome[index] === TIE) sum.score += 0.5;
    else if ((outcome[index] === FIRST_WINS) === isFirst) sum.score += 1;
  }
  const all = Array.from(sums.values());
  return { scores: Float64Array.from(all, ({ score }) => score), votes: Float64Array.from(all, ({ votes }) => votes) };
}
