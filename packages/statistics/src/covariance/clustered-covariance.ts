import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import type { RatingFit } from '../ratings/rating-fit.js';
import { clusteredMeat } from './clustered-meat.js';
import { fittedProblem } from './fitted-problem.js';
import { expectedMeat } from './meat.js';
import type { RatingCovariance } from './rating-covariance.js';
import { sandwichMaker } from './sandwich.js';
import { toGauge } from './to-gauge.js';
import { combineWays } from './two-way.js';

/** Votes and the clusters in which they may depend on each other. */
export interface ClusteredVotes {
  readonly comparisons: Comparisons;
  /** One way of clustering (questions) or two (questions, annotators); each with votes in at least two clusters. */
  readonly clusters: readonly [Clusters] | readonly [Clusters, Clusters];
}

/**
 * The sandwich covariance where votes of one cluster may depend on each other: votes on the same question, or of the same annotator. With
 * two ways it is V_q + V_a − V_{q∩a} (A. C. Cameron, J. Gelbach, D. Miller, Robust inference with multiway clustering, Journal of
 * Business & Economic Statistics 29, 2011), each with its own factor C/(C − 1), which may be less than one way alone. Where that makes the
 * variance of a rating or of a difference negative, only what the two ways add to V_{q∩a} and is not negative is added: negative eigenvalues of
 * V_q + V_a − 2·V_{q∩a} are set to 0 (there, §2.3, those of the whole are, which leaves ratings that do not vary at all); `repair` tells.
 * `counts` and `fit` are those of the comparisons. Throws a RangeError where votes are in fewer than two clusters.
 */
export function clusteredCovariance(counts: PairCounts, fit: RatingFit, votes: ClusteredVotes): RatingCovariance {
  const fitted = fittedProblem(counts, fit);
  const sandwich = sandwichMaker(fitted);
  const covarianceOf = (ways: readonly Clusters[]) => {
    const { matrix, clusters } = clusteredMeat({ comparisons: votes.comparisons, fit, fitted }, ways);
    if (clusters < 2) throw new RangeError(`votes are in ${clusters} cluster; a covariance needs at least 2`);
    return { clusters, matrix: sandwich(matrix) };
  };
  const ways = votes.clusters.map((way) => covarianceOf([way]));
  const combined = combineWays(ways, () => covarianceOf(votes.clusters).matrix);
  const expected = sandwich(expectedMeat(fitted));
  return {
    kind: 'clustered',
    models: fit.models,
    matrix: toGauge(
      fitted,
      fit,
      combined.matrix.map((value, at) => value + expected[at]!),
    ),
    clusters: ways.map(({ clusters }) => clusters),
    degreesOfFreedom: combined.clusters - 1,
    repair: combined.repair,
  };
}
