import type { OrientedVote, OutcomeCounts } from './outcome-counts.js';

/**
 * What makes a vote strange. `high`: a good result of the lower-numbered model, (1 + #{others ≥ this}) / (others + 1), as in the paper.
 * `rare`: a result that few others gave, whichever it is; counted with the vote itself, so that the p-value stays valid.
 */
export type Strangeness = 'high' | 'rare';

/**
 * P-value of one vote beside the votes of others on the same pair: at most α with probability α at most, if the vote could as well have been
 * one of theirs (W.-L. Chiang et al., Chatbot Arena, 2024, §7; V. Vovk et al., Algorithmic learning in a random world, 2005). 1 where no other
 * vote is known.
 */
export function votePValue(
  { result }: Pick<OrientedVote, 'result'>,
  others: OutcomeCounts,
  strangeness: Strangeness,
): number {
  const known = others[0] + others[1] + others[2];
  const withThis = others.map((count, index) => (index === result ? count + 1 : count));
  const asStrange = others.filter((_, index) =>
    strangeness === 'high' ? index >= result : withThis[index]! <= withThis[result]!,
  );
  return (1 + asStrange.reduce((sum, count) => sum + count, 0)) / (known + 1);
}
