import {
  bootstrapRatings,
  bootstrapStandardErrors,
  countPairs,
  fitBradleyTerry,
  fitDavidson,
  percentileIntervals,
  ratingIntervals,
  ratingStandardErrors,
  type BootstrapRatings,
  type PairCounts,
  type RatingFit,
  type RatingOptions,
} from '@understudy/statistics';
import { UserError } from '@understudy/core';
import { comparisonsOf, type BattleTable } from '../battles/battle-table.js';
import { isTie } from '../battles/battle-outcome.js';
import { rowsWhere, selectRows } from '../battles/select-battles.js';
import { battleClusters } from './battle-clusters.js';
import { anchorOf, namedGauge } from './rating-anchor.js';
import { ranksBy } from './rating-ranks.js';
import type { MethodResult } from './rating-method.js';
import type { RateBattlesOptions } from './rating-options.js';
import { voteCovariance, type FittedVotes, type VoteCovariance } from './vote-covariance.js';

const DEFAULT_CONFIDENCE = 0.95;

/** Bradley–Terry ratings of maximum likelihood; a tie is half a win for each, or left out. */
export function rateBradleyTerry(table: BattleTable, options: RateBattlesOptions): MethodResult {
  const { ties = 'half' } = options;
  const counted = ties === 'half' ? table : withoutTies(table);
  return rateFitted(counted, options, (counts, gauge) => fitBradleyTerry(counts, { ties, ...gauge }));
}

/** Davidson's ratings of maximum likelihood, in which ties have a parameter of their own. */
export function rateDavidson(table: BattleTable, options: RateBattlesOptions): MethodResult {
  if (table.outcome.every(isTie)) throw onlyTiesError();
  return rateFitted(table, options, fitDavidson);
}

/** The votes that decide, of the same models. Raises `UserError` where there are none. */
export function withoutTies(table: BattleTable): BattleTable {
  const rows = rowsWhere(table, (row) => !isTie(table.outcome[row]!));
  if (rows.length === 0) throw onlyTiesError();
  return selectRows(table, rows);
}

type Fit = (counts: PairCounts, options: Pick<RatingOptions, 'anchor'>) => RatingFit;

/** Ratings, with standard errors from the sandwich or a bootstrap, either clustered where votes are. */
function rateFitted(table: BattleTable, options: RateBattlesOptions, toFit: Fit): MethodResult {
  const { cluster, confidence = DEFAULT_CONFIDENCE, ranks = 'simultaneous' } = options;
  const comparisons = comparisonsOf(table);
  const counts = countPairs(comparisons);
  const anchor = anchorOf(table, options);
  const fit = toFit(counts, anchor === undefined ? {} : { anchor });
  const votes = { comparisons, counts, fit };
  const vary = voteCovariance(votes, battleClusters(table, cluster), cluster !== undefined);
  const { ratings, connected, iterations, gradientNorm, converged, prior, components } = fit;
  const { drawn, ...variation } = variationOf(votes, vary, options);
  return {
    connected,
    ratings,
    ...variation,
    ...ranksBy(ranks, { ...variation, ratings, covariance: vary.covariance, drawn, confidence }),
    gauge: namedGauge(table, fit.gauge),
    fit: { iterations, gradientNorm, converged, prior, components: components.count },
    tieParameter: fit.method === 'davidson' ? fit.tieParameter : undefined,
  };
}

/** Standard errors and intervals, from the covariance or from a bootstrap. */
interface Variation extends Pick<MethodResult, 'standardErrors' | 'lower' | 'upper' | 'interval'> {
  readonly drawn: BootstrapRatings | undefined;
}

function variationOf(
  { counts, fit }: FittedVotes,
  { covariance, ways, clustered }: VoteCovariance,
  { confidence = DEFAULT_CONFIDENCE, bootstrap: rounds = 0, seed = 0 }: RateBattlesOptions,
): Variation {
  const clusters = ways.map(({ column }, way) => ({ column, count: covariance.clusters[way] ?? 0 }));
  if (rounds === 0) {
    const { degreesOfFreedom, repair } = covariance;
    const kind = clustered === undefined ? 'sandwich' : 'clustered';
    return {
      standardErrors: ratingStandardErrors(covariance),
      ...ratingIntervals(fit.ratings, covariance, confidence),
      interval: { kind, confidence, clusters, degreesOfFreedom, repair },
      drawn: undefined,
    };
  }
  const drawn = bootstrapRatings(counts, fit, {
    rounds,
    seed,
    ...(clustered === undefined ? {} : { votes: clustered }),
  });
  return {
    standardErrors: bootstrapStandardErrors(drawn),
    ...percentileIntervals(drawn, confidence),
    interval: {
      kind: 'bootstrap',
      confidence,
      clusters,
      degreesOfFreedom: Infinity,
      repair: { kind: 'none' },
      rounds,
      seed,
      unconnectedRounds: drawn.unconnectedRounds,
    },
    drawn,
  };
}

function onlyTiesError(): UserError {
  return new UserError({
    code: 'ratings-only-ties',
    message: 'Could not rate models: all votes are ties.',
    hint: 'Bradley–Terry with ties as half wins rates them, all alike.',
  });
}
