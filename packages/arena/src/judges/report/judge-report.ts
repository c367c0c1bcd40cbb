import type { Answer, Judge, Judgement, ModelVersion, Question } from '@understudy/store';
import type { BattleTable } from '../../battles/battle-table.js';
import { rateBattles } from '../../ratings/rate-battles.js';
import type { RatingTable } from '../../ratings/rating-table.js';
import { biasReport, type BiasReport } from '../bias/bias-report.js';
import { battlesOfScores } from '../combine/battles-of-scores.js';
import { combineOrders } from '../combine/combine-orders.js';
import type { JudgedBattle } from '../combine/judged-battle.js';
import { joinJudgements, type JudgedGame } from '../combine/judged-game.js';
import { battlesOfJudge } from '../interchange/battles-of-judge.js';
import { asksOneOrder } from '../interchange/imported-judge.js';
import { baselineOf } from '../ranking/baseline-of.js';
import { baselineWinRates, type BaselineRow } from '../ranking/baseline-win-rates.js';
import { meanScores, type MeanScoreRow } from '../ranking/mean-scores.js';
import { winRates, type WinRateRow } from '../ranking/win-rates.js';

/** What a report is made of. */
export interface JudgeReportOptions {
  readonly judge: Judge;
  readonly judgements: Iterable<Judgement>;
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  readonly models: readonly ModelVersion[];
  /** For `baseline`; found where one model is in all games. */
  readonly baseline?: string | undefined;
  /** Human battles of the same questions, and how they name these. */
  readonly humans?: { readonly table: BattleTable; readonly questionIds: 'stored' | 'source' } | undefined;
}

/** A judge's ranking of models, by its mode. */
export type JudgeRanking =
  /** `ratings` by Bradley–Terry; undefined where no pair has a verdict in both orders. */
  | { readonly kind: 'pairwise'; readonly ratings: RatingTable | undefined; readonly winRates: readonly WinRateRow[] }
  /** Win rates are of ratings that differ by more than `TIE_DELTA`. */
  | { readonly kind: 'single'; readonly scores: readonly MeanScoreRow[]; readonly winRates: readonly WinRateRow[] }
  | { readonly kind: 'baseline'; readonly baseline: string; readonly rows: readonly BaselineRow[] };

/** A ranking with what it must be read with. */
export interface JudgeReport {
  readonly judge: Judge;
  readonly questions: number;
  readonly ranking: JudgeRanking;
  readonly bias: BiasReport;
}

/** The ranking that a judge's judgements give, beside its bias report. Throws `UserError` `judge-baseline` where no baseline is found. */
export function judgeReport(options: JudgeReportOptions): JudgeReport {
  const { judge, models, humans } = options;
  const games = joinJudgements(options.judgements, options);
  const battles = judgedBattles(judge, games);
  const table = battlesOfJudge(battles, { judge: judge.id, questionIds: 'stored' });
  const compared = humans && {
    judge: battlesOfJudge(battles, { judge: judge.id, questionIds: humans.questionIds, wholeQuestions: true }),
    humans: humans.table,
  };
  const answers = judgedAnswers(games);
  return {
    judge,
    questions: new Set(games.map(({ question }) => question.id)).size,
    ranking: rankingOf({ judge, games, battles, table, baseline: options.baseline }),
    bias: biasReport({ judge, games, battles, answers, models, compared }),
  };
}

/** A judge's battles: of both orders of each pair, or of two ratings. */
export function judgedBattles(judge: Judge, games: readonly JudgedGame[]): readonly JudgedBattle[] {
  if (judge.mode === 'single') return battlesOfScores(games);
  return combineOrders(games, { orders: asksOneOrder(judge) ? 'any' : 'both' });
}

function judgedAnswers(games: readonly JudgedGame[]): readonly Answer[] {
  const answers = games.flatMap(({ first, second }) => (second === null ? [first] : [first, second]));
  return [...new Map(answers.map((answer) => [answer.id, answer])).values()];
}

function rankingOf(given: {
  readonly judge: Judge;
  readonly games: readonly JudgedGame[];
  readonly battles: readonly JudgedBattle[];
  readonly table: BattleTable;
  readonly baseline: string | undefined;
}): JudgeRanking {
  const { judge, games, battles, table } = given;
  switch (judge.mode) {
    case 'pairwise':
      return {
        kind: 'pairwise',
        ratings: table.first.length === 0 ? undefined : rateBattles(table),
        winRates: winRates(battles),
      };
    case 'single':
      return { kind: 'single', scores: meanScores(games), winRates: winRates(battles) };
    case 'baseline': {
      const baseline = given.baseline ?? baselineOf(battles);
      return { kind: 'baseline', baseline, rows: baselineWinRates(battles, baseline) };
    }
    default:
      return judge.mode satisfies never;
  }
}
