import type { PairCounts } from '../comparisons/pair-counts.js';
import { drawPoisson, poissonTable, type PoissonTable } from '../random/poisson.js';
import type { PairProblem } from '../ratings/pair-problem.js';
import type { Resampler } from './resampler.js';

/**
 * Draws independent votes: each pair's wins, losses and ties are Poisson numbers about their counts, which is drawing votes with replacement
 * but for their total, which varies, too (J. Hanley, B. MacGibbon, Creating non-parametric bootstrap samples using Poisson frequencies, 2006).
 * The time does not depend on the number of votes.
 */
export function voteResampler(counts: PairCounts, problem: PairProblem): Resampler {
  const tables = new Map<number, PoissonTable>();
  const tableOf = (mean: number): PoissonTable | undefined => {
    if (mean <= 0) return undefined;
    const table = tables.get(mean) ?? poissonTable(mean);
    tables.set(mean, table);
    return table;
  };
  const cells = Array.from(problem.pair, (pair, at) => ({
    wins: tableOf(counts.wins[pair]!),
    losses: tableOf(counts.losses[pair]!),
    ties: tableOf(problem.ties[at]!),
  }));
  return {
    draw: (random, into) => {
      const drawn = (table: PoissonTable | undefined): number => (table === undefined ? 0 : drawPoisson(table, random));
      for (const [at, cell] of cells.entries()) {
        const wins = drawn(cell.wins);
        const ties = drawn(cell.ties);
        into.games[at] = wins + drawn(cell.losses) + ties;
        into.score[at] = wins + ties / 2;
        into.ties[at] = ties;
      }
    },
  };
}
