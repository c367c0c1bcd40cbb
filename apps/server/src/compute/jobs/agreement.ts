import {
  exactByJudge,
  measureAgreement,
  measureAgreementBy,
  type BattleAgreement,
  type BattleTable,
} from '@understudy/arena';
import { UnderstudyError } from '@understudy/core';
import type { AgreementEstimate } from '@understudy/statistics';

/** One set of votes, or two that are compared. */
export interface AgreementInput {
  readonly first: BattleTable;
  readonly second: BattleTable | undefined;
}

/** A rater of the first set. */
export interface RaterFigures {
  readonly rater: string;
  readonly votes: number;
  readonly tieRate: number;
  /** With the others of the same set; undefined where nothing can be compared. */
  readonly exact: Pick<AgreementEstimate, 'value' | 'count'> | undefined;
}

/** How far raters agree. */
export interface AgreementFigures {
  /** Undefined: nothing can be compared. */
  readonly overall: BattleAgreement | undefined;
  readonly aspects: readonly { readonly aspect: string; readonly agreement: BattleAgreement }[];
  readonly raters: readonly RaterFigures[];
}

const ROUNDS_OF_ASPECTS = 200;

/** Undefined where nothing can be compared, which is an answer here. */
function compared<T>(compare: () => T): T | undefined {
  try {
    return compare();
  } catch (error) {
    const isNothing =
      UnderstudyError.isInstance(error) &&
      (error.code.startsWith('agreement-') || error.code === 'battle-column-unknown');
    if (isNothing) return undefined;
    throw error;
  }
}

/** Measures how far raters agree: over all, by aspect, and each rater with the others. */
export function agreement({ first, second }: AgreementInput): AgreementFigures {
  const overall = compared(() => measureAgreement(first, second));
  const by = { by: 'aspect', rounds: ROUNDS_OF_ASPECTS };
  const aspects = compared(() => measureAgreementBy(first, second, by)) ?? [];
  const exact = compared(() => exactByJudge(first));
  return {
    overall,
    aspects: aspects.flatMap(({ value, agreement: figures }) =>
      value === undefined ? [] : [{ aspect: value, agreement: figures }],
    ),
    raters: (overall?.tieRates ?? [])
      .filter(({ set }) => set === 1)
      .map(({ judge, count, rate }) => ({ rater: judge, votes: count, tieRate: rate, exact: exact?.get(judge) })),
  };
}
