import { FIRST_WINS, SECOND_WINS, TIE, type Comparisons } from './comparisons.js';
import { pairCount, pairIndex } from './pair-index.js';

/** How many outcomes there are. */
const OUTCOMES = 3;

/**
 * How often each pair of models met and how it ended: all that Bradley–Terry, Davidson and the heat maps need to know of the votes. Entry
 * `pairIndex(lower, higher)` of each column belongs to that pair. Counts may be fractions (weights).
 */
export interface PairCounts {
  /** Number of models, M. */
  readonly models: number;
  /** Wins of the lower-numbered model of the pair. */
  readonly wins: Float64Array;
  /** Its losses. */
  readonly losses: Float64Array;
  readonly ties: Float64Array;
}

/** One comparison to be counted, or to be taken back. */
export interface Comparison {
  readonly first: number;
  readonly second: number;
  /** `FIRST_WINS`, `SECOND_WINS` or `TIE`. */
  readonly outcome: number;
}

/** Counts of `models` models that have not met yet. */
export function emptyPairCounts(models: number): PairCounts {
  const pairs = pairCount(models);
  return {
    models,
    wins: new Float64Array(pairs),
    losses: new Float64Array(pairs),
    ties: new Float64Array(pairs),
  };
}

/**
 * Counts comparisons in one pass. A comparison of a model with itself says nothing of its strength and is not counted.
 *
 * The pass counts by first, second and outcome and asks nothing of a vote: branches on what votes say are mispredicted every other time.
 */
export function countPairs({ models, first, second, outcome }: Comparisons): PairCounts {
  const tally = new Uint32Array(models * models * OUTCOMES);
  for (let index = 0; index < outcome.length; index += 1) {
    tally[(first[index]! * models + second[index]!) * OUTCOMES + outcome[index]!]! += 1;
  }
  const counts = emptyPairCounts(models);
  let pair = 0;
  for (let higher = 1; higher < models; higher += 1) {
    for (let lower = 0; lower < higher; lower += 1, pair += 1) {
      const upright = (lower * models + higher) * OUTCOMES;
      const swapped = (higher * models + lower) * OUTCOMES;
      counts.wins[pair] = tally[upright + FIRST_WINS]! + tally[swapped + SECOND_WINS]!;
      counts.losses[pair] = tally[upright + SECOND_WINS]! + tally[swapped + FIRST_WINS]!;
      counts.ties[pair] = tally[upright + TIE]! + tally[swapped + TIE]!;
    }
  }
  return counts;
}

/** Counts one comparison more (`times` = 1), or takes one back (−1) that was counted: an invalidated vote. Changes the counts. */
export function addComparison(counts: PairCounts, { first, second, outcome }: Comparison, times = 1): void {
  if (first === second) return;
  const pair = first < second ? pairIndex(first, second) : pairIndex(second, first);
  if (outcome === TIE) counts.ties[pair]! += times;
  else if ((outcome === FIRST_WINS) === first < second) counts.wins[pair]! += times;
  else counts.losses[pair]! += times;
}
