import { comparisonsOf, type BattleTable } from '@understudy/arena';
import { eloOrderStudy } from '@understudy/statistics';

/** Votes in their order, and how Elo treats them. */
export interface EloOrderInput {
  readonly table: BattleTable;
  readonly k: number;
  readonly seed: number;
}

/** Order noise is a matter of points: above so many votes fewer shuffles show it as well. */
const SHUFFLED_VOTES = 2_000_000;

/** How much each model's Elo depends on the order of the votes, in points. */
export function eloOrder({ table, k, seed }: EloOrderInput): ReadonlyMap<string, number> {
  const shuffles = Math.max(20, Math.min(200, Math.floor(SHUFFLED_VOTES / table.first.length)));
  const { standardDeviation } = eloOrderStudy(comparisonsOf(table), { k, seed, shuffles });
  return new Map(table.models.map((model, at) => [model, standardDeviation[at] ?? 0]));
}
