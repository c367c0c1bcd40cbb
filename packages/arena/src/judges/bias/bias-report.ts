import { positionBias, type Agreement, type PositionBias } from '@understudy/statistics';
import type { Answer, Judge, ModelVersion } from '@understudy/store';
import { measureAgreement, type BattleAgreement } from '../../agreement/measure-agreement.js';
import type { BattleTable } from '../../battles/battle-table.js';
import type { JudgedBattle } from '../combine/judged-battle.js';
import type { JudgedGame } from '../combine/judged-game.js';
import { pairsInBothOrders } from './both-orders.js';
import { degenerateModels, type DegenerateModel } from './degenerate-answers.js';
import { humanPoints } from './human-points.js';
import { countJudgements, type JudgementCounts } from './judgement-states.js';
import { lengthBias, type LengthBias } from './length-bias.js';
import { selfPreference, type SelfPreference } from './self-preference.js';
import { steeringModels, type SteeringModel } from './steering-answers.js';
import { swappedAgreement } from './swapped-agreement.js';

/** What a bias report is made of. */
export interface BiasReportOptions {
  readonly judge: Judge;
  readonly games: readonly JudgedGame[];
  readonly battles: readonly JudgedBattle[];
  readonly answers: readonly Answer[];
  readonly models: readonly ModelVersion[];
  /** The judge's battles and people's, with questions named alike, where there are any of people. */
  readonly compared?: { readonly judge: BattleTable; readonly humans: BattleTable } | undefined;
}

/** What a judge's ranking must be read with. */
export interface BiasReport {
  readonly counts: JudgementCounts;
  /** Undefined where no pair was judged in both orders, as for ratings of single answers. */
  readonly position: PositionBias | undefined;
  readonly swapped: Agreement | undefined;
  readonly length: LengthBias;
  /** Undefined where the judge is not among the models. */
  readonly self: SelfPreference | undefined;
  /** Undefined without human battles of the same answers. */
  readonly humans: BattleAgreement | undefined;
  readonly degenerate: readonly DegenerateModel[];
  readonly steering: readonly SteeringModel[];
}

/** Everything known of a judge's bias. */
export function biasReport(options: BiasReportOptions): BiasReport {
  const { judge, games, battles, answers, models, compared } = options;
  const pairs = pairsInBothOrders(games);
  const isSwapped = pairs.once.length > 0;
  return {
    counts: countJudgements(games),
    position: isSwapped ? positionBias(pairs) : undefined,
    swapped: isSwapped ? swappedAgreement(pairs) : undefined,
    length: lengthBias(battles),
    self: selfPreference(judge, { battles, models, humanPoints: compared && humanPoints(compared.humans) }),
    humans: humanAgreement(options),
    degenerate: degenerateModels(answers),
    steering: steeringModels(answers),
  };
}

/** Undefined where humans and judge have no battle in common, which is no error here. */
function humanAgreement({ compared }: BiasReportOptions): BattleAgreement | undefined {
  if (compared === undefined) return undefined;
  const { judge, humans } = compared;
  if (judge.first.length === 0 || !humans.columns.has('question_id')) return undefined;
  try {
    return measureAgreement(judge, humans);
  } catch (error) {
    if (isNothingToCompare(error)) return undefined;
    throw error;
  }
}

function isNothingToCompare(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'agreement-nothing-to-compare'
  );
}
