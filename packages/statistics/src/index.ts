export type { Interval } from './interval.js';
export { mcNemarTest, type DiscordantPairs } from './mc-nemar-test.js';
export { mean } from './mean.js';
export {
  pairedDifference,
  pairedDifferenceOf,
  type DifferenceSums,
  type PairedDifference,
} from './paired-difference.js';
export { combineIntervals, type CombinedEstimate, type WeightedEstimate } from './combined/combine-intervals.js';
export { matchedPairsInterval } from './paired-proportions/matched-pairs-interval.js';
export { tangoBounds, type MatchedPairs } from './paired-proportions/tango-bounds.js';
export { pooledMean, pooledStandardError, type GroupPart, type GroupPartError } from './pooled.js';
export { normalQuantile } from './normal-quantile.js';
export { quantile } from './quantile.js';
export { ratioEstimate, ratioInterval, type RatioTerms } from './ratio-interval.js';
export { sampleStandardDeviation, standardErrorOfMean } from './standard-error.js';
export { studentInterval, type Estimate } from './student-interval.js';
export { wilsonInterval } from './wilson-interval.js';
export { FIRST_WINS, SECOND_WINS, TIE, type Clusters, type Comparisons } from './comparisons/comparisons.js';
export { pairCount } from './comparisons/pair-index.js';
export { countPairs, type PairCounts } from './comparisons/pair-counts.js';
export type { TieRule } from './comparisons/tie-rule.js';
export { averageWinRates } from './comparisons/winning-rates.js';
export type { Components } from './comparisons/components.js';
export type { Anchor, Gauge } from './ratings/gauge.js';
export type { BradleyTerryFit, DavidsonFit, FitRecord, PhantomPrior, RatingFit } from './ratings/rating-fit.js';
export type { RatingOptions } from './ratings/fit-record.js';
export { fitBradleyTerry, type BradleyTerryOptions } from './bradley-terry/fit-bradley-terry.js';
export { fitDavidson } from './davidson/fit-davidson.js';
export type { CovarianceKind, CovarianceRepair, RatingCovariance } from './covariance/rating-covariance.js';
export { modelBasedCovariance } from './covariance/model-based-covariance.js';
export { sandwichCovariance } from './covariance/sandwich-covariance.js';
export { clusteredCovariance, type ClusteredVotes } from './covariance/clustered-covariance.js';
export { ratingIntervals, ratingStandardErrors, type RatingIntervals } from './covariance/rating-intervals.js';
export { eloRatings, type EloOptions } from './elo/elo-ratings.js';
export { eloOrderStudy, type EloOrderOptions, type EloOrderStudy } from './elo/elo-order-study.js';
export { bootstrapRatings, type BootstrapOptions, type BootstrapRatings } from './bootstrap/bootstrap-ratings.js';
export {
  bootstrapRankQuantiles,
  bootstrapStandardErrors,
  percentileIntervals,
} from './bootstrap/percentile-intervals.js';
export { places } from './ranks/places.js';
export type { RankIntervals } from './ranks/rank-intervals.js';
export { overlapRanks } from './ranks/overlap-ranks.js';
export { simultaneousRanks, type SimultaneousRankOptions, type SimultaneousRanks } from './ranks/simultaneous-ranks.js';
export { seededRandom, type RandomNumbers } from './random/xoshiro.js';

export { agreementBetween, agreementWithin, type Agreement } from './agreement/agreement.js';
export type { Annotations } from './agreement/annotations.js';
export type { AgreementEstimate, AgreementOptions } from './agreement/estimate-measures.js';
export { exactOfRaters, type RaterAgreement } from './agreement/rater-agreement.js';
export type { Weighting } from './agreement/measure.js';
export type { TieRate } from './agreement/tie-rates.js';
export {
  voterAnomalies,
  type AnomalyCheckpoint,
  type AnomalyOptions,
  type VoterAnomaly,
} from './anomaly/voter-anomalies.js';
export { beatClaims, type BeatClaim } from './claims/beat-claims.js';
export { lengthBias, type LengthBias } from './judge-bias/length-bias.js';
export { longerShare, type LengthVotes } from './judge-bias/longer-share.js';
export { positionBias, type BothOrders, type PositionBias, type Share } from './judge-bias/position-bias.js';
export {
  assessNonInferiority,
  type NonInferiority,
  type NonInferiorityOptions,
} from './non-inferiority/assess-non-inferiority.js';
export { pairScores, type ClusterScores } from './non-inferiority/cluster-scores.js';
export { verdictDocumentsNeeded, type VerdictPlan } from './planning/documents-needed.js';
export { nonInferiorityVotes, type NonInferiorityPlan } from './planning/non-inferiority-votes.js';
export { QUESTION_INFLATION } from './planning/question-inflation.js';
export { SUPPOSED_TIE_RATE } from './planning/supposed-tie-rate.js';
export { ratingHalfWidth, votesForHalfWidth, type PlannedVotes, type RatingPlan } from './planning/rating-precision.js';
export { actualWinRates, type WinRateMap } from './heat-maps/actual-win-rates.js';
export { assessFit, type FitAssessment } from './heat-maps/assess-fit.js';
export { predictedWinRates } from './heat-maps/predicted-win-rates.js';
export type { DecisiveVotes } from './leverage/shortest-head.js';
export { topLeverage, type LeverageOptions, type TopLeverage } from './leverage/top-leverage.js';
export {
  controlledRatings,
  type ControlCoefficient,
  type ControlledRatings,
  type ControlOptions,
} from './control/controlled-ratings.js';
export { countStyle, type StyleCounts } from './control/count-style.js';
export { featureColumns, type FeatureColumns, type FeatureSource } from './control/feature-columns.js';
export {
  lengthControlledWinRate,
  type LengthControlledWinRate,
  type LengthControlOptions,
  type WinRateEstimate,
} from './length-control/length-controlled-win-rate.js';
export type { BaselinePreferences, GamedBaselines } from './length-control/design.js';
export { averageRanks } from './correlation/average-ranks.js';
export { pearsonCorrelation } from './correlation/correlation.js';
