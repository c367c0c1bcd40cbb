import { stronglyConnectedComponents, type Components } from '../comparisons/components.js';
import type { PairProblem } from './pair-problem.js';

/**
 * Strongly connected components of the "has beaten" graph over the places of a problem; a tie counts both ways. Ratings are finite exactly
 * when there is one (L. Ford, Solution of a ranking problem from binary comparisons, American Mathematical Monthly 64, 1957). Of two
 * components, the one with the lower number has won every game between them.
 */
export function hasBeatenComponents({ size, first, second, games, score }: PairProblem): Components {
  const from = new Int32Array(2 * first.length);
  const to = new Int32Array(2 * first.length);
  let edges = 0;
  for (let pair = 0; pair < first.length; pair += 1) {
    if (score[pair]! > 0) {
      from[edges] = first[pair]!;
      to[edges++] = second[pair]!;
    }
    if (score[pair]! < games[pair]!) {
      from[edges] = second[pair]!;
      to[edges++] = first[pair]!;
    }
  }
  return stronglyConnectedComponents({ nodes: size, from: from.subarray(0, edges), to: to.subarray(0, edges) });
}
