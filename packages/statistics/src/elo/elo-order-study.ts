import type { Comparisons } from '../comparisons/comparisons.js';
import { comparisonKinds } from './comparison-kinds.js';
import { shuffle } from '../random/shuffle.js';
import { seededRandom } from '../random/xoshiro.js';
import { places } from '../ranks/places.js';
import { RunningSpread } from '../running-spread.js';
import { eloRatings, type EloOptions } from './elo-ratings.js';

/** Elo settings, and how many random orders to try. */
export interface EloOrderOptions extends EloOptions {
  /** Default 200. */
  readonly shuffles?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** What the order of the same votes alone does to Elo ratings. Columns are by model. */
export interface EloOrderStudy {
  readonly shuffles: number;
  /** Mean rating over the orders. */
  readonly mean: Float64Array;
  /** Standard deviation over the orders of one order's rating, in points: what an order adds to the error of a rating. */
  readonly standardDeviation: Float64Array;
  /** Share of the orders in which the model comes first; equal ratings share a place. */
  readonly firstShare: Float64Array;
  /** Best and worst rank over the orders. */
  readonly bestRank: Int32Array;
  readonly worstRank: Int32Array;
}

/**
 * Elo ratings in random orders of the same comparisons. What differs is not what voters think, and it does not shrink as votes grow (M. Boubdir
 * et al., Elo Uncovered, 2023): the deviation of one order, not the much smaller error of their mean, belongs beside an Elo rating.
 */
export function eloOrderStudy(comparisons: Comparisons, options: EloOrderOptions = {}): EloOrderStudy {
  const { shuffles = 200, seed = 0, ...elo } = options;
  const { models } = comparisons;
  const random = seededRandom(seed);
  const { kinds, of } = comparisonKinds(comparisons);
  const drawn = comparisonsLike(comparisons);
  const spread = Array.from({ length: models }, () => new RunningSpread());
  const firstShare = new Float64Array(models);
  const bestRank = new Int32Array(models).fill(models);
  const worstRank = new Int32Array(models).fill(1);
  for (let round = 0; round < shuffles; round += 1) {
    shuffle(of, random);
    fillKinds(drawn, kinds, of);
    const ratings = eloRatings(drawn, elo);
    const ranks = places(ratings);
    const first = ranks.filter((rank) => rank === 1).length;
    for (let model = 0; model < models; model += 1) {
      const rank = ranks[model]!;
      spread[model]!.add(ratings[model]!);
      if (rank === 1) firstShare[model]! += 1 / first;
      bestRank[model] = Math.min(bestRank[model]!, rank);
      worstRank[model] = Math.max(worstRank[model]!, rank);
    }
  }
  const mean = Float64Array.from(spread, (values) => values.mean);
  const standardDeviation = Float64Array.from(spread, (values) => values.standardDeviation);
  return {
    shuffles,
    mean,
    standardDeviation,
    firstShare: firstShare.map((count) => count / shuffles),
    bestRank,
    worstRank,
  };
}

/** Comparisons of the same models and length, to be filled. */
function comparisonsLike({ models, outcome: { length } }: Comparisons): Comparisons {
  return { models, first: new Int32Array(length), second: new Int32Array(length), outcome: new Uint8Array(length) };
}

/** Puts comparisons of these kinds in their place. */
function fillKinds({ first, second, outcome }: Comparisons, kinds: Comparisons, of: Int32Array): void {
  for (let index = 0; index < of.length; index += 1) {
    const kind = of[index]!;
    first[index] = kinds.first[kind]!;
    second[index] = kinds.second[kind]!;
    outcome[index] = kinds.outcome[kind]!;
  }
}
