export type { Batch, SampleCount, Store } from './store.js';
export type { JsonObject, LiveSession, NewRun, Run, RunEndStatus, RunSession, RunStatus, RunTask } from './run.js';
export type {
  FilteredResponse,
  FilterMetrics,
  FilterOutcome,
  MetricValue,
  Sample,
  SampleFlags,
  SampleHashes,
  SampleRequest,
  SampleResponse,
  SampleScore,
  SampleService,
} from './sample.js';
export type { CachedResponse, CacheEntry, ResponseKey } from './cached-response.js';
export { DocumentSet } from './document-set.js';
export { responseKeys, type ResponseOrigin } from './response-key.js';
export type { DatabasePlace } from './open-database.js';
export { openArenaStore } from './open-arena-store.js';
export { openStore, type OpenStoreOptions } from './open-store.js';
export type * from './arena/access.js';
export type * from './arena/arena-store.js';
export type * from './arena/judgement.js';
export type * from './arena/model-version.js';
export type * from './arena/question.js';
export type * from './arena/snapshot.js';
export { OUTCOMES } from './arena/study.js';
export type * from './arena/study.js';
export { turnOutcome } from './arena/turn-outcome.js';
export { VOTE_EVENT_KINDS } from './arena/vote.js';
export type * from './arena/vote.js';
export { ROLES } from './arena/access.js';
export { marksOf } from './browse/sample-marks.js';
export { PAIR_OUTCOMES, SAMPLE_MARKS } from './browse/browse.js';
export type * from './browse/browse.js';
export type * from './results/task-result.js';
