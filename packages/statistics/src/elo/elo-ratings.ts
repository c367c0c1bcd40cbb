import { FIRST_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';

/** How ratings move from vote to vote. */
export interface EloOptions {
  /** K, the most points that one vote can move a rating by. Default 16. */
  readonly k?: number;
  /** Rating of a model before its first vote. Default 1000. */
  readonly initial?: number;
  /** Points at which the odds are ten to one. Default 400. */
  readonly scale?: number;
}

/** The defaults of `EloOptions`. */
export const ELO_DEFAULTS: Required<EloOptions> = { k: 16, initial: 1000, scale: 400 };

/**
 * Online Elo ratings after all comparisons, in their order (A. Elo, The Rating of Chessplayers, 1978): the expected score of the first is
 * E = 1/(1 + 10^((R₂ − R₁)/scale)), and R₁ grows by K(S − E) as R₂ falls by it; S is 1, ½ for a tie, or 0. The result depends on the
 * order: see `eloOrderStudy`. By model; one without comparisons keeps the initial rating.
 */
export function eloRatings(comparisons: Comparisons, options: EloOptions = {}): Float64Array {
  const { k, initial, scale } = { ...ELO_DEFAULTS, ...options };
  const { first, second, outcome } = comparisons;
  const ratings = new Float64Array(comparisons.models).fill(initial);
  const exponent = Math.LN10 / scale;
  for (let index = 0; index < outcome.length; index += 1) {
    const a = first[index]!;
    const b = second[index]!;
    if (a === b) continue;
    const result = outcome[index]!;
    const score = result === TIE ? 0.5 : result === FIRST_WINS ? 1 : 0;
    const expected = 1 / (1 + Math.exp((ratings[b]! - ratings[a]!) * exponent));
    const change = k * (score - expected);
    ratings[a]! += change;
    ratings[b]! -= change;
  }
  return ratings;
}
