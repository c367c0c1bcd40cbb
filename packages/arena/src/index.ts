export type { ModelVersion } from '@understudy/store';

export type { Game, GamePlan } from './judges/run/game.js';
export { planGames } from './judges/run/plan-games.js';
export {
  openJudge,
  type JudgeOptions,
  type OpenJudge,
  type WriteConversation,
  type WrittenConversation,
} from './judges/run/open-judge.js';
export { runJudge, type RunJudgeOptions } from './judges/run/run-judge.js';
export { estimateJudge, type JudgeEstimate } from './judges/run/estimate-judge.js';
export type { JudgeProgress, JudgeRunOutcome } from './judges/run/judge-progress.js';
export { judgePromptSchema, type JudgePrompt } from './judges/prompts/judge-prompt.js';
export { listJudgePrompts, readJudgePrompt } from './judges/prompts/read-judge-prompt.js';
export { VERDICT_FORMS, type VerdictForm } from './judges/verdicts/verdict-form.js';
export { joinJudgements, type JudgedGame } from './judges/combine/judged-game.js';
export { combineOrders } from './judges/combine/combine-orders.js';
export { battlesOfScores, TIE_DELTA } from './judges/combine/battles-of-scores.js';
export type { BattleWinner, JudgedBattle } from './judges/combine/judged-battle.js';
export { clusteredShare, type Share } from './judges/ranking/clustered-share.js';
export { winRates, type WinRateRow } from './judges/ranking/win-rates.js';
export { meanScores, type MeanScore, type MeanScoreRow } from './judges/ranking/mean-scores.js';
export { baselineWinRates, type BaselineRow } from './judges/ranking/baseline-win-rates.js';
export { chooseItem, itemsLeft, type ChooseOptions } from './studies/choose-item.js';
export { planBalance, type CountRange, type PlanBalance } from './studies/plan-balance.js';
export type { KnownItem, PlannedAnswer, PlanRequest } from './studies/plan-request.js';
export { ONE_OF_EACH_ANNOTATOR, planStudy } from './studies/plan-study.js';
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

export { comparisonsOf, type BattleTable, type LeftOut } from './battles/battle-table.js';
export { BattleTableBuilder, type Battle } from './battles/battle-table-builder.js';
export { BATTLE_OUTCOMES, BOTH_BAD, INCONSISTENT, winnerLabel, type BattleOutcome } from './battles/battle-outcome.js';
export { battlesOfVotes, type BattlesOfVotesOptions } from './votes/battles-of-votes.js';
export { importBattles, type ImportedBattles } from './votes/import-battles.js';
export { VOTE_FORMATS, writeVotes, type VoteFormat } from './votes/write-votes.js';
export { columnNames } from './battles/read/column-names.js';
export { nameText } from './studies/name-text.js';
export { textAt, type CodedColumn } from './battles/coded-column.js';
export { selectJudges } from './battles/judges-matching.js';
export { rowsWhere, selectRows } from './battles/select-battles.js';
export { BATTLE_COLUMNS, type BattleColumn, type ColumnNames } from './battles/read/source-columns.js';
export { readBattles, type ReadBattlesOptions } from './battles/read/read-battles.js';
export { BATTLE_FORMATS, writeBattles, type BattleFormat } from './battles/write/write-battles.js';
export { guardFormula } from './rows/formula-guard.js';
export type { MeasureAgreementByOptions, MeasureAgreementOptions } from './agreement/agreement-options.js';
export { agreementByRecord, agreementRecord } from './agreement/agreement-record.js';
export { exactByJudge } from './agreement/exact-by-judge.js';
export { measureAgreement, type BattleAgreement, type JudgeTieRate } from './agreement/measure-agreement.js';
export { measureAgreementBy, type AgreementGroup } from './agreement/measure-agreement-by.js';
export { clustersBy, DEFAULT_CLUSTERS } from './ratings/battle-clusters.js';
export { rateBattles } from './ratings/rate-battles.js';
export { rateBattlesBy, type RatingGroup } from './ratings/rate-battles-by.js';
export { readQuestions, type ReadQuestionSet, type ReadQuestionsOptions } from './questions/read-questions.js';
export { PRESET_SETS, presetSetPath, type PresetSet } from './presets/preset-files.js';
export {
  RANK_RULES,
  RATING_METHODS,
  type RankRule,
  type RateBattlesOptions,
  type RatingMethod,
} from './ratings/rating-options.js';
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
export { asksOneOrder } from './judges/interchange/imported-judge.js';
export { battlesOfJudge, type BattlesOfJudgeOptions } from './judges/interchange/battles-of-judge.js';
export { mtBenchJudgments } from './judges/interchange/mt-bench-judgments.js';
export { alpacaEvalAnnotations } from './judges/interchange/alpaca-eval-annotations.js';
export { readAlpacaEval, type ImportedAnnotations } from './judges/interchange/read-alpaca-eval.js';
export { biasReport, type BiasReport, type BiasReportOptions } from './judges/bias/bias-report.js';
export {
  judgedBattles,
  judgeReport,
  type JudgeRanking,
  type JudgeReport,
  type JudgeReportOptions,
} from './judges/report/judge-report.js';
export { judgeRecord, judgeReportRecord } from './judges/report/judge-report-record.js';
export { answerId } from './answers/answer-id.js';
export { ANSWER_FORMAT_NAMES, type AnswerFormatName } from './answers/answer-formats.js';
export { answerStatistics, type AnswerStatistics } from './answers/answer-statistics.js';
export { importedVersion } from './answers/imported-version.js';
export { putNewModels } from './answers/put-new-models.js';
export { putReadAnswers } from './answers/put-read-answers.js';
export { readAnswers, type ReadAnswer, type ReadAnswersOptions } from './answers/read-answers.js';
export { DEFAULT_INSTRUCTIONS } from './presets/instructions.js';
export { DEMO_STUDIES, makeDemo, type Demo, type MakeDemoOptions } from './presets/make-demo.js';
export { generateAnswers, type GenerateAnswersOptions } from './answers/generate-answers.js';
export type { GenerationFailure, GenerationOutcome, GenerationProgress } from './answers/generation-progress.js';
export type { AnswerChoice } from './answers/answering.js';
export { readKnownItems } from './studies/read-known-items.js';
export { studyMaterial } from './studies/study-material.js';
export { shortModelName } from './answers/short-model-name.js';
export type { AspectAssessment, StandInAssessment, StandInClaim } from './stand-in/assess-stand-in.js';
export { assessStandIns, type StandInsInput } from './stand-in/assess-stand-ins.js';
