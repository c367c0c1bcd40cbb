import {
  clusteredCovariance,
  countPairs,
  fitBradleyTerry,
  ratingIntervals,
  ratingStandardErrors,
  sandwichCovariance,
  type BradleyTerryFit,
  type Clusters,
  type PairCounts,
  type RatingCovariance,
} from '@understudy/statistics';
import { comparisonsOf, type BattleTable } from '../battles/battle-table.js';
import { battleClusters, type NamedClusters } from './battle-clusters.js';
import { anchorOf, namedGauge } from './rating-anchor.js';
import type { MethodResult } from './rating-method.js';
import type { RateBattlesOptions } from './rating-options.js';
import type { RatingFit } from './rating-table.js';
import { overlapRanks } from './overlap-ranks.js';

/** Bradley–Terry ratings of maximum likelihood, with the sandwich's standard errors, clustered where votes are. */
export function rateBradleyTerry(table: BattleTable, options: RateBattlesOptions): MethodResult {
  const { ties = 'half', confidence = 0.95 } = options;
  const comparisons = comparisonsOf(table);
  const counts = countPairs(comparisons);
  const anchor = anchorOf(table, options);
  const fit = fitBradleyTerry(counts, { ties, ...(anchor === undefined ? {} : { anchor }) });
  const ways = battleClusters(table, options.cluster);
  const covariance = covarianceOf({ counts, fit }, comparisons, ways);
  const { lower, upper } = ratingIntervals(fit.ratings, covariance, confidence);
  const { degreesOfFreedom, repair } = covariance;
  const clusters = ways.map(({ column }, way) => ({ column, count: covariance.clusters[way] ?? 0 }));
  return {
    connected: fit.connected,
    ratings: fit.ratings,
    standardErrors: ratingStandardErrors(covariance),
    lower,
    upper,
    ...overlapRanks(lower, upper),
    gauge: namedGauge(table, fit.gauge),
    interval: { kind: ways.length > 0 ? 'clustered' : 'sandwich', confidence, clusters, degreesOfFreedom, repair },
    fit: fitOf(fit),
  };
}

function covarianceOf(
  { counts, fit }: { readonly counts: PairCounts; readonly fit: BradleyTerryFit },
  comparisons: ReturnType<typeof comparisonsOf>,
  ways: readonly NamedClusters[],
): RatingCovariance {
  const [one, other] = ways.map(({ clusters }) => clusters);
  if (one === undefined) return sandwichCovariance(counts, fit);
  const clusters: readonly [Clusters] | readonly [Clusters, Clusters] = other === undefined ? [one] : [one, other];
  return clusteredCovariance(counts, fit, { comparisons, clusters });
}

/** How a fit went, without what stands elsewhere in the table. */
export function fitOf({ iterations, gradientNorm, converged, prior, components }: BradleyTerryFit): RatingFit {
  return { iterations, gradientNorm, converged, prior, components: components.count };
}
