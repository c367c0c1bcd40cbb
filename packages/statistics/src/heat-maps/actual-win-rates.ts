import type { PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';

/** A square of models: entry `row · models + column` belongs to the row's model against the column's. */
export interface WinRateMap {
  readonly models: number;
  /** Share of the row's wins; NaN where the two have not met, and on the diagonal. */
  readonly rates: Float64Array;
  /** Games behind each rate; ties count where they count in the rate. */
  readonly games: Float64Array;
}

/**
 * Win rates as voted: (wins + ½ ties)/games, which is what Bradley–Terry fits, or wins/(wins + losses) with `drop`. Use the rule of the
 * ratings that stand beside, else the two cannot be reconciled.
 */
export function actualWinRates({ models, wins, losses, ties }: PairCounts, rule: TieRule = 'half'): WinRateMap {
  const rates = new Float64Array(models * models).fill(Number.NaN);
  const games = new Float64Array(models * models);
  const half = rule === 'half' ? 0.5 : 0;
  let pair = 0;
  for (let higher = 1; higher < models; higher += 1) {
    for (let lower = 0; lower < higher; lower += 1, pair += 1) {
      const count = wins[pair]! + losses[pair]! + 2 * half * ties[pair]!;
      games[lower * models + higher] = count;
      games[higher * models + lower] = count;
      if (count === 0) continue;
      rates[lower * models + higher] = (wins[pair]! + half * ties[pair]!) / count;
      rates[higher * models + lower] = (losses[pair]! + half * ties[pair]!) / count;
    }
  }
  return { models, rates, games };
}
