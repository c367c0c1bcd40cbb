import { comparisonsOf, type BattleTable } from '@understudy/arena';
import {
  actualWinRates,
  assessFit,
  countPairs,
  fitBradleyTerry,
  predictedWinRates,
  type TieRule,
} from '@understudy/statistics';

/** Votes, and what ties count. */
export interface HeatMapsInput {
  readonly table: BattleTable;
  readonly ties: TieRule;
}

/** All four maps of the same votes, squares of the models in the table's order: they stand or fall together. */
export function heatMaps({ table, ties }: HeatMapsInput) {
  const counts = countPairs(comparisonsOf(table));
  const fit = fitBradleyTerry(counts, { ties });
  const actual = actualWinRates(counts, ties);
  const assessment = assessFit(counts, fit);
  return {
    ratings: fit.ratings,
    games: actual.games,
    assessment,
    actual: actual.rates,
    predicted: predictedWinRates(fit.ratings),
    residual: assessment.residuals,
    count: actual.games,
  };
}
