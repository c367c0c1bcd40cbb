import type { ClusterScores } from './cluster-scores.js';

/** A mean of votes that come in clusters. */
export interface ClusteredMean {
  readonly mean: number;
  /** NaN for fewer than two clusters. */
  readonly standardError: number;
  readonly votes: number;
  readonly clusters: number;
}

/**
 * The mean score of a vote with its cluster-robust standard error √(C/(C − 1)·Σ_c (Σ_{i in c} (s_i − s̄))²) / n (W. G. Cochran, Sampling
 * Techniques, 3rd ed. 1977, §9A; E. Miller, Adding error bars to evals, 2024, §2.2, with the factor C/(C − 1)).
 */
export function clusteredMean({ scores, votes: sizes }: ClusterScores): ClusteredMean {
  const clusters = sizes.length;
  const votes = sizes.reduce((sum, size) => sum + size, 0);
  const mean = scores.reduce((sum, score) => sum + score, 0) / votes;
  const squares = scores.reduce((sum, score, cluster) => sum + (score - sizes[cluster]! * mean) ** 2, 0);
  const standardError = clusters < 2 ? Number.NaN : Math.sqrt((clusters / (clusters - 1)) * squares) / votes;
  return { mean, standardError, votes, clusters };
}
