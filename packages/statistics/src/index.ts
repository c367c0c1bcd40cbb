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
export {
  voterAnomalies,
  type AnomalyCheckpoint,
  type AnomalyOptions,
  type VoterAnomaly,
} from './anomaly/voter-anomalies.js';
export type { Strangeness } from './anomaly/vote-p-value.js';
export { chiSquarePValue, chiSquareQuantile, normalPValue } from './chi-square.js';
export { beatClaims, type BeatClaim, type RatedModels } from './claims/beat-claims.js';
export { holmAdjusted } from './claims/holm-adjusted.js';
export { longerShare, type LengthVotes } from './judge-bias/longer-share.js';
export { positionBias, shareOf, type BothOrders, type PositionBias, type Share } from './judge-bias/position-bias.js';
export {
  assessNonInferiority,
  type NonInferiority,
  type NonInferiorityOptions,
} from './non-inferiority/assess-non-inferiority.js';
export { pairScores, type ClusterScores } from './non-inferiority/cluster-scores.js';
export { nonInferiorityVotes, type NonInferiorityPlan } from './planning/non-inferiority-votes.js';
export { QUESTION_INFLATION } from './planning/question-inflation.js';
export { ratingHalfWidth, votesForHalfWidth, type PlannedVotes, type RatingPlan } from './planning/rating-precision.js';
