import { winProbability } from '../ratings/win-probability.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';

/** Win rates that ratings foresee, ties half: a square as in `WinRateMap`, NaN where a model has no rating, and on the diagonal. */
export function predictedWinRates(ratings: ArrayLike<number>): Float64Array {
  const models = ratings.length;
  return Float64Array.from({ length: models * models }, (_, at) => {
    const row = Math.floor(at / models);
    const column = at % models;
    return row === column ? Number.NaN : winProbability((ratings[row]! - ratings[column]!) / ELO_POINTS);
  });
}
