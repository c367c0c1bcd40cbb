import { incompleteBeta } from './incomplete-beta.js';

/** Samples on which two runs disagree. */
export interface DiscordantPairs {
  /** Right in the first run only. */
  readonly firstOnly: number;
  /** Right in the second run only. */
  readonly secondOnly: number;
}

/**
 * McNemar's exact test: the two-sided p-value that both runs are right equally often, from the samples where exactly one of them is
 * (Q. McNemar, Psychometrika 12, 1947; exact by the binomial distribution with p = ½, A. Agresti, Categorical Data Analysis, 2nd ed.
 * 2002, §10.1). 1 when they never disagree.
 */
export function mcNemarTest({ firstOnly, secondOnly }: DiscordantPairs): number {
  const discordant = firstOnly + secondOnly;
  if (firstOnly === secondOnly) return 1;
  const fewer = Math.min(firstOnly, secondOnly);
  // P(X ≤ k) of Binomial(n, ½) is I_½(n − k, k + 1) (Abramowitz & Stegun 26.5.24).
  return Math.min(1, 2 * incompleteBeta(0.5, discordant - fewer, fewer + 1));
}
