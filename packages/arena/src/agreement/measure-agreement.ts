import { agreementBetween, agreementWithin, type Agreement, type Interval } from '@understudy/statistics';
import { UserError } from '@understudy/core';
import type { BattleTable } from '../battles/battle-table.js';
import type { MeasureAgreementOptions } from './agreement-options.js';
import { annotateItems, type AnnotationSet } from './battle-items.js';
import { chooseJudges, type ComparedBattles } from './compared-battles.js';

/** How often a judge says tie: read a tie-discounted agreement beside it. */
export interface JudgeTieRate {
  /** 1 or 2: of which set. */
  readonly set: number;
  readonly judge: string;
  readonly count: number;
  readonly ties: number;
  readonly rate: number;
  readonly interval: Interval | undefined;
}

/** How far judges agree over battles of the same answers. */
export interface BattleAgreement extends Omit<Agreement, 'tieRates'> {
  /** What was compared: annotators of one set with each other, or those of two sets. */
  readonly between: 'annotators' | 'sets';
  /** Judges with names, of each set. */
  readonly judges: readonly number[];
  /** Votes, of each set. */
  readonly votes: readonly number[];
  readonly tieRates: readonly JudgeTieRate[];
  /** The bootstrap: drawn are questions, with all their items. */
  readonly bootstrap: { readonly questions: number; readonly rounds: number; readonly seed: number };
}

const DEFAULT_ROUNDS = 1000;

/**
 * How far judges agree: those of one set of battles with each other, or those of two sets. Pairs of votes on the same question, turn and
 * unordered pair of models are compared, whichever side a model was on; a tie is a tie, be both bad or the judge inconsistent. Intervals are
 * by a bootstrap over questions. Raises `UserError` where judges were asked for that are not there, or nothing can be compared.
 */
export function measureAgreement(
  first: BattleTable,
  second?: BattleTable,
  options: MeasureAgreementOptions = {},
): BattleAgreement {
  const agreement = agreementOf(chooseJudges({ first, second }, options), options);
  if (agreement.comparisons > 0) return agreement;
  throw new UserError({
    code: 'agreement-nothing-to-compare',
    message:
      agreement.between === 'sets'
        ? 'Could not compare votes: the two have no question, turn and pair of models in common.'
        : 'Could not compare votes: no two judges voted on the same question, turn and pair of models.',
    hint: 'The columns question_id, turn and judge tell which votes belong together; name them with --columns.',
  });
}

/** The agreement of battles whose judges are chosen; nothing may be comparable. */
export function agreementOf(compared: ComparedBattles, options: MeasureAgreementOptions): BattleAgreement {
  const { rounds = DEFAULT_ROUNDS, seed = 0, confidence } = options;
  const tables = compared.second === undefined ? [compared.first] : [compared.first, compared.second];
  const { sets, questions } = annotateItems(tables);
  const [one, other] = sets;
  if (one === undefined) throw new TypeError('there is one set at least');
  const settings = { clusters: questions, rounds, seed, confidence };
  const agreement =
    other === undefined
      ? agreementWithin(one.annotations, settings)
      : agreementBetween(one.annotations, other.annotations, settings);
  return {
    ...agreement,
    between: other === undefined ? 'annotators' : 'sets',
    judges: sets.map(({ judges }) => judges.length),
    votes: sets.map(({ annotations }) => annotations.item.length),
    tieRates: namedTieRates(agreement, sets),
    bootstrap: { questions: questions.count, rounds, seed },
  };
}

function namedTieRates({ tieRates }: Agreement, sets: readonly AnnotationSet[]): readonly JudgeTieRate[] {
  return tieRates.flatMap((rates, set) =>
    rates.flatMap(({ rater, ...rate }) => {
      const judge = sets[set]?.judges[rater];
      return judge === undefined ? [] : [{ set: set + 1, judge, ...rate }];
    }),
  );
}
