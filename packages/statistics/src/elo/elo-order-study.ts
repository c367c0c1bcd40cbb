import type { Comparisons } from '../comparisons/comparisons.js';
import { shuffle } from '../random/shuffle.js';
import { seededRandom } from '../random/xoshiro.js';
import { places } from '../ranks/places.js';
import { RunningSpread } from '../running-spread.js';
import { eloRatings, type EloOptions } from './elo-ratings.js';

/** First wins, second wins, tie. */
const OUTCOMES = 3;

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
  const packed = pack(comparisons);
  const ordered = {
    models,
    first: comparisons.first.slice(),
    second: comparisons.second.slice(),
    outcome: comparisons.outcome.slice(),
  };
  const spread = Array.from({ length: models }, () => new RunningSpread());
  const firstShare = new Float64Array(models);
  const bestRank = new Int32Array(models).fill(models);
  const worstRank = new Int32Array(models).fill(1);
  for (let round = 0; round < shuffles; round += 1) {
    shuffle(packed, random);
    unpack(packed, ordered);
    const ratings = eloRatings(ordered, elo);
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

/** A column of comparisons that is shuffled as one: each number is a first model, a second model and an outcome. */
function pack({ models, first, second, outcome }: Comparisons): Float64Array {
  return Float64Array.from(outcome, (result, index) => (first[index]! * models + second[index]!) * OUTCOMES + result);
}

/** Writes packed comparisons into columns. */
function unpack(packed: Float64Array, { models, first, second, outcome }: Comparisons): void {
  for (let index = 0; index < packed.length; index += 1) {
    const value = packed[index]!;
    const pair = Math.floor(value / OUTCOMES);
    const a = Math.floor(pair / models);
    first[index] = a;
    second[index] = pair - a * models;
    outcome[index] = value - pair * OUTCOMES;
  }
}
