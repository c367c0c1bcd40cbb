import type { BradleyTerryFit } from '../bradley-terry/bradley-terry-fit.js';
import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { clusteredMeat, type FittedVotes } from './clustered-meat.js';
import { fittedProblem } from './fitted-problem.js';
import { expectedMeat } from './meat.js';
import type { RatingCovariance } from './rating-covariance.js';
import { sandwich } from './sandwich.js';
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
 * Business & Economic Statistics 29, 2011), each with its own factor C/(C − 1). That difference may have negative eigenvalues, which are set
 * to 0 (as there, §2.3), and it may be less than one way alone where clusters are few; then the widest of the three, by the summed variance of
 * all differences, is taken, since a second way cannot make ratings surer (J. MacKinnon, M. Nielsen, M. Webb, 2024). `repair` tells
 * which. `counts` and `fit` are those of the comparisons. Throws a RangeError where votes are in fewer than two clusters.
 */
export function clusteredCovariance(counts: PairCounts, fit: BradleyTerryFit, votes: ClusteredVotes): RatingCovariance {
  const fitted = fittedProblem(counts, fit);
  const { size, model } = fitted.problem;
  const bread = invertFactored(fitted.factor, size);
  const fittedVotes: FittedVotes = { comparisons: votes.comparisons, ties: fit.ties, fitted };
  const covarianceOf = (ways: readonly Clusters[]) => {
    const { matrix, clusters } = clusteredMeat(fittedVotes, ways);
    if (clusters < 2) throw new RangeError(`votes are in ${clusters} cluster; a covariance needs at least 2`);
    return { clusters, matrix: sandwich(bread, matrix, size) };
  };
  const single = votes.clusters.map((way) => covarianceOf([way]));
  const combined =
    single.length === 1
      ? { ...single[0]!, repair: { kind: 'none' } as const }
      : combineWays(single[0]!, single[1]!, covarianceOf(votes.clusters).matrix);
  const expected = sandwich(bread, expectedMeat(fitted), size);
  const centred = combined.matrix.map((value, at) => value + expected[at]!);
  return {
    kind: 'clustered',
    models: fit.models,
    matrix: toGauge(centred, { models: fit.models, model, gauge: fit.gauge }),
    clusters: single.map(({ clusters }) => clusters),
    degreesOfFreedom: combined.clusters - 1,
    repair: combined.repair,
  };
}
