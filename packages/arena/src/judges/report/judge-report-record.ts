import type {
  Agreement,
  AgreementEstimate,
  ControlCoefficient,
  LengthControlledWinRate,
  Interval,
  PositionBias,
  Share as StatisticsShare,
} from '@understudy/statistics';
import type { Judge } from '@understudy/store';
import { agreementRecord } from '../../agreement/agreement-record.js';
import { ratingRecord } from '../../ratings/rating-record.js';
import type { BiasReport } from '../bias/bias-report.js';
import type { BaselineRow } from '../ranking/baseline-win-rates.js';
import type { Share } from '../ranking/clustered-share.js';
import type { MeanScoreRow } from '../ranking/mean-scores.js';
import type { WinRateRow } from '../ranking/win-rates.js';
import type { JudgeRanking, JudgeReport } from './judge-report.js';

/** A report as data, in the names of the JSON that is printed and sent. What is not known is null. */
export function judgeReportRecord({ judge, questions, ranking, bias }: JudgeReport) {
  return { judge: judgeRecord(judge), questions, ranking: rankingRecord(ranking), bias: biasRecord(bias) };
}

/** A judge as data. */
export function judgeRecord(judge: Judge) {
  return {
    id: judge.id,
    spec: judge.spec,
    identity: judge.identity,
    mode: judge.mode,
    prompt: judge.prompt,
    prompt_hash: judge.promptHash,
    decoding: JSON.parse(judge.decoding) as unknown,
    parser_version: judge.parserVersion,
    created_at: new Date(judge.createdAt).toISOString(),
  };
}

function rankingRecord(ranking: JudgeRanking) {
  switch (ranking.kind) {
    case 'pairwise':
      return {
        kind: ranking.kind,
        ratings: ranking.ratings === undefined ? null : ratingRecord(ranking.ratings),
        win_rates: ranking.winRates.map(winRateRecord),
      };
    case 'single':
      return {
        kind: ranking.kind,
        scores: ranking.scores.map(scoreRecord),
        win_rates: ranking.winRates.map(winRateRecord),
      };
    case 'baseline':
      return { kind: ranking.kind, baseline: ranking.baseline, models: ranking.rows.map(baselineRecord) };
    default:
      return ranking satisfies never;
  }
}

function winRateRecord({ model, wins, losses, ties, inconsistent, incomplete, winRate }: WinRateRow) {
  return { model, win_rate: winRate ?? null, wins, losses, ties, inconsistent, incomplete };
}

function scoreRecord({ model, score, turns, aspects, unrated }: MeanScoreRow) {
  return { model, score: score ?? null, turns, aspects, unrated };
}

function baselineRecord(row: BaselineRow) {
  const { model, winRate, weightedWinRate, lengthControlled, wins, losses, ties, inconsistent, incomplete } = row;
  return {
    model,
    win_rate: winRate ?? null,
    weighted_win_rate: weightedWinRate ?? null,
    length_controlled: lengthControlled === undefined ? null : lengthControlledRecord(lengthControlled),
    wins,
    losses,
    ties,
    inconsistent,
    incomplete,
  };
}

function lengthControlledRecord({ controlled, count, coefficients }: LengthControlledWinRate) {
  return { value: controlled.value, ...ends(controlled.interval), count, length_coefficient: coefficients.length };
}

/** Null where a standard error is not defined. */
function coefficientRecord(coefficient: ControlCoefficient | undefined) {
  if (coefficient === undefined) return null;
  const { estimate, standardError, interval } = coefficient;
  return { estimate, standard_error: standardError, ...ends(interval) };
}

function biasRecord(bias: BiasReport) {
  const { counts, position, swapped, length, self, humans, degenerate, steering } = bias;
  return {
    judgements: counts.judgements,
    states: counts.states,
    cost: counts.cost,
    cost_per_1000: counts.costPer1000,
    prompt_tokens: counts.promptTokens,
    generated_tokens: counts.generatedTokens,
    position: position === undefined ? null : positionRecord(position),
    swapped: swapped === undefined ? null : swappedRecord(swapped),
    length: { longer_share: shareRecord(length.longerShare), coefficient: coefficientRecord(length.coefficient) },
    self: self === undefined ? null : selfRecord(self),
    humans: humans === undefined ? null : agreementRecord(humans),
    degenerate: degenerate.map(({ model, answers, sameShare, sample }) => ({
      model,
      answers,
      same_share: sameShare,
      sample,
    })),
    steering,
  };
}

function positionRecord({ firstShare, inconsistency, firstTwice, secondTwice, pValue }: PositionBias) {
  return {
    first_share: shareRecord(firstShare),
    inconsistency: shareRecord(inconsistency),
    first_twice: firstTwice,
    second_twice: secondTwice,
    p_value: pValue,
  };
}

function selfRecord({ model, winRate, humanWinRate }: NonNullable<BiasReport['self']>) {
  return { model, win_rate: winRate ?? null, human_win_rate: humanWinRate ?? null } satisfies Record<
    string,
    string | Share | null
  >;
}

function swappedRecord({ exact, tieDiscounted, nonTie, kappa }: Agreement) {
  return {
    exact: estimateRecord(exact),
    tie_discounted: estimateRecord(tieDiscounted),
    non_tie: estimateRecord(nonTie),
    kappa: estimateRecord(kappa),
  };
}

function estimateRecord({ value, interval, count }: AgreementEstimate) {
  return { value: value ?? null, ...ends(interval), count };
}

function shareRecord({ value, interval, count }: StatisticsShare) {
  return { value: value ?? null, ...ends(interval), count };
}

function ends(interval: Interval | undefined) {
  return { lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}
