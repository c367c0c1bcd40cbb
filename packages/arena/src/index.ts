export type { ModelVersion } from '@understudy/store';

export { chooseItem, type ChooseOptions } from './studies/choose-item.js';
export { planBalance, type CountRange, type PlanBalance } from './studies/plan-balance.js';
export {
  ONE_OF_EACH_ANNOTATOR,
  planStudy,
  type KnownItem,
  type PlannedAnswer,
  type PlanRequest,
} from './studies/plan-study.js';
export { findIdentityLeaks, leaksIdentity, MASK, maskIdentity, type TextSpan } from './answers/identity-leak.js';
export {
  DEFAULT_PAIR_POLICY,
  pairProbabilities,
  samplePair,
  type PairPolicy,
  type PairVotes,
  type SampledPair,
  type SamplePairOptions,
} from './studies/sample-pair.js';
