import { clustersBy, comparisonsOf, type BattleTable } from '@understudy/arena';
import { countPairs, fitBradleyTerry, topLeverage, type TieRule, type TopLeverage } from '@understudy/statistics';

/** Votes, and what ties count. */
export interface LeverageInput {
  readonly table: BattleTable;
  readonly ties: TieRule;
}

/** How few votes the first place hangs on. */
export interface LeverageFigures {
  /** Models with a rating, the best first. */
  readonly rated: readonly { readonly model: string; readonly rating: number }[];
  /** Undefined for fewer than two of them. */
  readonly found: TopLeverage | undefined;
}

/** Finds how few votes the first place hangs on. */
export function leverage({ table, ties }: LeverageInput): LeverageFigures {
  const comparisons = comparisonsOf(table);
  const { ratings } = fitBradleyTerry(countPairs(comparisons), { ties });
  const rated = table.models
    .map((model, at) => ({ model, rating: ratings[at] ?? Number.NaN }))
    .filter(({ rating }) => Number.isFinite(rating))
    .toSorted((a, b) => b.rating - a.rating);
  return { rated, found: topLeverage(comparisons, { ties, annotators: clustersBy(table, 'judge') }) };
}
