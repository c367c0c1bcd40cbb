import {
  clusteredCovariance,
  sandwichCovariance,
  type ClusteredVotes,
  type Comparisons,
  type PairCounts,
  type RatingCovariance,
  type RatingFit,
} from '@understudy/statistics';
import { clusterError, type NamedClusters } from './battle-clusters.js';

/** A fit and the votes that it is of. */
export interface FittedVotes {
  readonly comparisons: Comparisons;
  readonly counts: PairCounts;
  readonly fit: RatingFit;
}

/** How ratings vary, and the ways of clustering that it takes into account. */
export interface VoteCovariance {
  readonly covariance: RatingCovariance;
  readonly ways: readonly NamedClusters[];
  /** The clustered votes; undefined where votes are independent. */
  readonly clustered: ClusteredVotes | undefined;
}

/**
 * The sandwich covariance, clustered in the ways given. Votes of a model that won or lost all do not tell how votes vary, so that a way may
 * be left with fewer than two clusters that do: it is dropped, or, where the user asked for it, a `UserError` is raised.
 */
export function voteCovariance(votes: FittedVotes, ways: readonly NamedClusters[], wasAsked: boolean): VoteCovariance {
  // Which way has too few clusters is asked only where one has: it takes the covariance of each.
  return clusteredBy(votes, ways) ?? clusteredByUsable(votes, ways, wasAsked);
}

function clusteredByUsable(votes: FittedVotes, ways: readonly NamedClusters[], wasAsked: boolean): VoteCovariance {
  const usable = ways.filter((way) => {
    const isUsable = clusteredBy(votes, [way]) !== undefined;
    if (wasAsked && !isUsable)
      throw clusterError(way.column, 'fewer than two clusters have votes that tell how they vary');
    return isUsable;
  });
  return (
    clusteredBy(votes, usable) ?? {
      covariance: sandwichCovariance(votes.counts, votes.fit),
      ways: [],
      clustered: undefined,
    }
  );
}

/** Undefined without ways, or where a way has fewer than two clusters. */
function clusteredBy(
  { comparisons, counts, fit }: FittedVotes,
  ways: readonly NamedClusters[],
): VoteCovariance | undefined {
  const [one, other] = ways.map(({ clusters }) => clusters);
  if (one === undefined) return undefined;
  const clustered: ClusteredVotes = { comparisons, clusters: other === undefined ? [one] : [one, other] };
  try {
    return { covariance: clusteredCovariance(counts, fit, clustered), ways, clustered };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
