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
