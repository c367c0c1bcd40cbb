export type { ModelVersion } from '@understudy/store';

export { comparisonsOf, type BattleTable, type LeftOut } from './battles/battle-table.js';
export { BattleTableBuilder, type Battle } from './battles/battle-table-builder.js';
export { BATTLE_OUTCOMES, BOTH_BAD, INCONSISTENT, winnerLabel, type BattleOutcome } from './battles/battle-outcome.js';
export { battlesOfVotes, type BattlesOfVotesOptions } from './battles/battles-of-votes.js';
export { textAt, type CodedColumn } from './battles/coded-column.js';
export { selectJudges } from './battles/judges-matching.js';
export { BATTLE_COLUMNS, type BattleColumn, type ColumnNames } from './battles/read/source-columns.js';
export { readBattles, type ReadBattlesOptions } from './battles/read/read-battles.js';
export { BATTLE_FORMATS, writeBattles, type BattleFormat } from './battles/write/write-battles.js';
export type { MeasureAgreementByOptions, MeasureAgreementOptions } from './agreement/agreement-options.js';
export { agreementByRecord, agreementRecord } from './agreement/agreement-record.js';
export { measureAgreement, type BattleAgreement, type JudgeTieRate } from './agreement/measure-agreement.js';
export { measureAgreementBy, type AgreementGroup } from './agreement/measure-agreement-by.js';
export { DEFAULT_CLUSTERS } from './ratings/battle-clusters.js';
export { rateBattles, rateBattlesBy, type RatingGroup } from './ratings/rate-battles.js';
export { RATING_METHODS, type RateBattlesOptions, type RatingMethod } from './ratings/rating-options.js';
export { ratingRecord, ratingsByRecord } from './ratings/rating-record.js';
export type {
  RatedModel,
  RatingCluster,
  RatingFit,
  RatingGauge,
  RatingInterval,
  RatingRanks,
  RatingTable,
} from './ratings/rating-table.js';
