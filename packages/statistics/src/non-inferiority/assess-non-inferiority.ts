import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';
import { scoreBounds, type Bounds } from './score-bounds.js';
import type { ClusterScores } from './cluster-scores.js';
import { clusteredMean } from './clustered-mean.js';

/** What "stands in for" means. */
export interface NonInferiorityOptions {
  /** How far below ½ the win rate may lie; 0.05 by default. */
  readonly margin?: number | undefined;
  /** Of each one-sided bound; 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Power with which `votesNeeded` would succeed; 0.8 by default. */
  readonly power?: number | undefined;
}

/** Whether a model can stand in for a reference. */
export interface NonInferiority {
  /** P(win) + ½ P(tie) of the model over the reference; NaN without votes. */
  readonly winRate: number;
  /** NaN for fewer than two clusters. */
  readonly standardError: number;
  /** One-sided bounds, each of the confidence asked for. */
  readonly bounds: Bounds;
  /** ½ − margin. */
  readonly limit: number;
  /** `non-inferior`: the lower bound is above the limit; `inferior`: the upper one is below it. */
  readonly verdict: 'non-inferior' | 'inferior' | 'undecided';
  readonly votes: number;
  readonly clusters: number;
  /**
   * Votes in all with which the verdict would come out with the power asked for if the win rate is as observed and further votes cluster as
   * those so far; undefined where the observed rate is at the limit, or has no standard error.
   */
  readonly votesNeeded: number | undefined;
}

/**
 * Tests the claim "the model is not worse than the reference by more than the margin" on votes on that pair, clustered by question. The
 * interval inclusion is the usual test of non-inferiority (G. Piaggio et al., CONSORT statement for non-inferiority trials, JAMA 308, 2012).
 */
export function assessNonInferiority(scores: ClusterScores, options: NonInferiorityOptions = {}): NonInferiority {
  const { margin = 0.05, confidence = 0.95, power = 0.8 } = options;
  const { mean: winRate, standardError, votes, clusters } = clusteredMean(scores);
  const bounds = scoreBounds({ mean: winRate, standardError, clusters }, confidence);
  const limit = 0.5 - margin;
  const z = normalQuantile(twoSidedLevel(confidence)) + normalQuantile(twoSidedLevel(power));
  const needed = votes * ((z * standardError) / (winRate - limit)) ** 2;
  return {
    winRate,
    standardError,
    bounds,
    limit,
    verdict: bounds.lower > limit ? 'non-inferior' : bounds.upper < limit ? 'inferior' : 'undecided',
    votes,
    clusters,
    votesNeeded: Number.isFinite(needed) ? Math.ceil(needed) : undefined,
  };
}
