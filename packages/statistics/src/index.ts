export type { Interval } from './interval.js';
export { mcNemarTest, type DiscordantPairs } from './mc-nemar-test.js';
export { mean } from './mean.js';
export { pairedDifference, type PairedDifference } from './paired-difference.js';
export { pooledMean, pooledStandardError, type GroupPart, type GroupPartError } from './pooled.js';
export { quantile } from './quantile.js';
export { ratioEstimate, ratioInterval, type RatioTerms } from './ratio-interval.js';
export { sampleStandardDeviation, standardErrorOfMean } from './standard-error.js';
export { studentInterval, type Estimate } from './student-interval.js';
export { wilsonInterval } from './wilson-interval.js';
export { FIRST_WINS, SECOND_WINS, TIE, type Clusters, type Comparisons } from './comparisons/comparisons.js';

export { agreementBetween, agreementWithin, type Agreement } from './agreement/agreement.js';
export type { Annotations } from './agreement/annotations.js';
export type { AgreementEstimate, AgreementOptions } from './agreement/estimate-measures.js';
export type { Weighting } from './agreement/measure.js';
export type { TieRate } from './agreement/tie-rates.js';

export { pairCount, pairIndex } from './comparisons/pair-index.js';
export {
  addComparison,
  countPairs,
  emptyPairCounts,
  mergePairCounts,
  type Comparison,
  type PairCounts,
} from './comparisons/pair-counts.js';
export { modelRecords, type ModelRecord } from './comparisons/model-records.js';
export type { TieRule } from './comparisons/tie-rule.js';
export { averageWinRates } from './comparisons/winning-rates.js';
export type { Components } from './comparisons/components.js';
export { ELO_POINTS, MEAN_RATING } from './bradley-terry/elo-scale.js';
export type { Anchor, Gauge } from './bradley-terry/gauge.js';
export type { BradleyTerryFit, PhantomPrior } from './bradley-terry/bradley-terry-fit.js';
export { fitBradleyTerry, type BradleyTerryOptions } from './bradley-terry/fit-bradley-terry.js';
export type { CovarianceKind, CovarianceRepair, RatingCovariance } from './covariance/rating-covariance.js';
export { modelBasedCovariance } from './covariance/model-based-covariance.js';
export { sandwichCovariance } from './covariance/sandwich-covariance.js';
export { clusteredCovariance, type ClusteredVotes } from './covariance/clustered-covariance.js';
export {
  differenceStandardError,
  intervalReach,
  ratingIntervals,
  ratingStandardErrors,
  type RatingIntervals,
} from './covariance/rating-intervals.js';
export { ELO_DEFAULTS, eloRatings, type EloOptions } from './elo/elo-ratings.js';
