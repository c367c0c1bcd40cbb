import type { OrientedVote, OutcomeCounts } from './outcome-counts.js';

/**
 * Mid-p-value of one vote beside the votes of others on the same pair: how rare its result is, whichever it is, so that it does not depend on how
 * models are numbered: (#{rarer} + ½·#{as rare}) / (others + 1), the vote itself among those as rare and counted with its result. Undefined where
 * no other vote is known.
 *
 * The published p-value, (1 + #{others ≥ this}) / (others + 1), W.-L. Chiang et al., Chatbot Arena, 2024, §7.3, looks at good results of one of
 * the two models only, and is 1 for the commonest: with a few votes a pair, Fisher's combination of such p-values can hardly ever be small. Of
 * mid-p-values it can, and remains on the safe side (P. Rubin-Delanchy, N. Heard, D. Lawson, Meta-analysis of mid-p-values, JASA 114, 2019).
 */
export function votePValue({ result }: Pick<OrientedVote, 'result'>, others: OutcomeCounts): number | undefined {
  const known = others[0] + others[1] + others[2];
  if (known === 0) return undefined;
  const counts = others.map((count, index) => (index === result ? count + 1 : count));
  const own = counts[result]!;
  let rarer = 0;
  let alike = 0;
  for (const count of counts) {
    if (count < own) rarer += count;
    else if (count === own) alike += count;
  }
  return (rarer + alike / 2) / (known + 1);
}
