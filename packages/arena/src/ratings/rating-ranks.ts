import {
  bootstrapRankQuantiles,
  overlapRanks,
  simultaneousRanks,
  type BootstrapRatings,
  type RatingCovariance,
  type RatingIntervals,
} from '@understudy/statistics';
import type { MethodResult } from './rating-method.js';
import type { RankRule } from './rating-options.js';

/** Ratings and all that is known of how they vary. */
export interface VaryingRatings extends RatingIntervals {
  readonly ratings: Float64Array;
  readonly covariance: RatingCovariance;
  /** Rounds of a bootstrap, where there is one. */
  readonly drawn: BootstrapRatings | undefined;
  readonly confidence: number;
}

/** Ranks by a rule. Throws a TypeError for `bootstrap` without rounds: `checkOptions` refuses that. */
export function ranksBy(
  rule: RankRule,
  { ratings, covariance, lower, upper, drawn, confidence }: VaryingRatings,
): Pick<MethodResult, 'rankLower' | 'rankUpper' | 'ranks'> {
  switch (rule) {
    case 'simultaneous': {
      const { criticalValue, ...ranks } = simultaneousRanks(ratings, covariance, { confidence });
      return { rankLower: ranks.lower, rankUpper: ranks.upper, ranks: { kind: rule, criticalValue } };
    }
    case 'overlap': {
      const ranks = overlapRanks({ lower, upper });
      return { rankLower: ranks.lower, rankUpper: ranks.upper, ranks: { kind: rule } };
    }
    case 'bootstrap': {
      if (drawn === undefined) throw new TypeError('ranks of a bootstrap need its rounds');
      const ranks = bootstrapRankQuantiles(drawn, confidence);
      return { rankLower: ranks.lower, rankUpper: ranks.upper, ranks: { kind: rule } };
    }
    default:
      return rule satisfies never;
  }
}
