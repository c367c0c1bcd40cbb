import type { Answer, Question } from '@understudy/store';

/** As files of battles have it; `tie (inconsistent)`: the two orders disagreed. */
export type BattleWinner = 'model_a' | 'model_b' | 'tie' | 'tie (inconsistent)';

/** Two answers as one judge sees them after both orders. `a` is the model whose name comes first. */
export interface JudgedBattle {
  readonly question: Question;
  /** From 1. */
  readonly turn: number;
  readonly run: number;
  readonly a: Answer;
  readonly b: Answer;
  /** Null where one of the orders has no verdict: then there is no battle, and it is counted apart. */
  readonly winner: BattleWinner | null;
  /** Mean preference for `a` over both orders in 0..1; null like `winner`. */
  readonly preference: number | null;
  /** Mean preference for `a` where a much better answer counts three times (Li et al. 2024, arXiv:2406.11939); null like `winner`. */
  readonly weighted: { readonly points: number; readonly weight: number } | null;
}

/** A battle that took place. */
export interface DecidedBattle extends JudgedBattle {
  readonly winner: BattleWinner;
  readonly preference: number;
}

/** Battles with a verdict in both orders. */
export function decidedBattles(battles: readonly JudgedBattle[]): readonly DecidedBattle[] {
  return battles.filter((battle): battle is DecidedBattle => battle.winner !== null && battle.preference !== null);
}

/** The points of `a`: 1, ½ or 0; half a point for each kind of tie. */
export function pointsOfA(winner: BattleWinner): number {
  switch (winner) {
    case 'model_a':
      return 1;
    case 'model_b':
      return 0;
    case 'tie':
    case 'tie (inconsistent)':
      return 0.5;
    default:
      return winner satisfies never;
  }
}
