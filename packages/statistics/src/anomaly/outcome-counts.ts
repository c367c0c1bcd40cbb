import { FIRST_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';

/** How often a pair ended in a win of the lower-numbered model, a tie and a loss: indices of `PairOutcomes`. */
export type OutcomeCounts = [losses: number, ties: number, wins: number];

/** Outcomes of pairs of models by a key of the pair. */
export type PairOutcomes = Map<number, OutcomeCounts>;

/** A vote as the lower-numbered model of its pair sees it. */
export interface OrientedVote {
  readonly pair: number;
  /** 0 a loss, 1 a tie, 2 a win: twice the score. */
  readonly result: 0 | 1 | 2;
}

/** The vote at an index of the columns. */
export function orientedVote({ models, first, second, outcome }: Comparisons, index: number): OrientedVote {
  const a = first[index]!;
  const b = second[index]!;
  const pair = Math.min(a, b) * models + Math.max(a, b);
  if (outcome[index] === TIE) return { pair, result: 1 };
  return { pair, result: (outcome[index] === FIRST_WINS) === a < b ? 2 : 0 };
}

/** Counts votes by pair and result. */
export function countOutcomes(votes: readonly OrientedVote[]): PairOutcomes {
  const counts: PairOutcomes = new Map();
  for (const { pair, result } of votes) {
    const ofPair = counts.get(pair) ?? [0, 0, 0];
    ofPair[result] += 1;
    counts.set(pair, ofPair);
  }
  return counts;
}
