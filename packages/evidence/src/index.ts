export type * from './capability/capability-map.js';
export type * from './documents/document-score.js';
export { readDocumentScores } from './documents/read-document-scores.js';
export { buildLeaderboard } from './leaderboard/build-leaderboard.js';
export type { BoardQuery } from './leaderboard/board-query.js';
export type * from './leaderboard/leaderboard.js';
export { POWER_MARGIN } from './leaderboard/power-margin.js';
export { MeasurementReader } from './measurements/measurement-reader.js';
export type * from './measurements/measurements.js';
export type * from './measurements/model-ref.js';
export {
  readMeasurements,
  type MeasurementStore,
  type ReadMeasurementsOptions,
} from './measurements/read-measurements.js';
export type * from './measurements/setting.js';
export { buildCapabilityMap } from './capability/build-capability-map.js';
export { compareScores } from './capability/capability-verdict.js';
export { differenceInterval, type Bounded } from './capability/difference.js';
export { REFERENCES, referenceOf, type ReferenceId } from './capability/reference-models.js';
