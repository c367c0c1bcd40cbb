import type { PairProblem } from '../ratings/pair-problem.js';
import type { RandomNumbers } from '../random/xoshiro.js';

/** Draws votes anew: fills games, score and ties of a problem's pairs. */
export interface Resampler {
  draw(random: RandomNumbers, into: PairProblem): void;
}

/** A problem with columns of its own, to be filled; models and pairs are those of the original. */
export function emptyProblem(problem: PairProblem): PairProblem {
  const pairs = problem.pair.length;
  return {
    ...problem,
    games: new Float64Array(pairs),
    score: new Float64Array(pairs),
    ties: new Float64Array(pairs),
  };
}
