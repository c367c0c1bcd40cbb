import type { PairCounts } from './pair-counts.js';
import { pairIndex } from './pair-index.js';
import type { TieRule } from './tie-rule.js';

/**
 * A model's winning rate averaged over the opponents that it met, each opponent alike however often they met; a tie is half a win, or left
 * out. NaN for a model that met nobody. By model.
 */
export function averageWinRates(counts: PairCounts, ties: TieRule = 'half'): Float64Array {
  const { models } = counts;
  return Float64Array.from({ length: models }, (_, model) => {
    let sum = 0;
    let opponents = 0;
    for (let opponent = 0; opponent < models; opponent += 1) {
      if (opponent === model) continue;
      const { score, games } = scoreAgainst(counts, model, opponent, ties);
      if (games <= 0) continue;
      sum += score / games;
      opponents += 1;
    }
    return sum / opponents;
  });
}

/** Wins of `model` over `opponent`, ties by the rule, and the games that count. */
function scoreAgainst(counts: PairCounts, model: number, opponent: number, rule: TieRule) {
  const pair = pairIndex(Math.min(model, opponent), Math.max(model, opponent));
  const wins = (model < opponent ? counts.wins : counts.losses)[pair]!;
  const losses = (model < opponent ? counts.losses : counts.wins)[pair]!;
  const ties = rule === 'half' ? counts.ties[pair]! : 0;
  return { score: wins + ties / 2, games: wins + losses + ties };
}
