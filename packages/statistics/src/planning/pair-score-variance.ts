/** A pair of models as a planner supposes it. */
export interface SupposedPair {
  /** P(win) + ½ P(tie) of the one; ½ for equal models. */
  readonly winRate: number;
  /** Share of ties, 0 to 1. */
  readonly tieRate: number;
}

/**
 * Variance of one vote's score of 1, ½ or 0: P(win) + ¼ P(tie) − rate² = rate(1 − rate) − ¼ P(tie). Ties make it smaller. NaN where so many
 * ties cannot be at that rate.
 */
export function pairScoreVariance({ winRate, tieRate }: SupposedPair): number {
  const possible = tieRate / 2 <= Math.min(winRate, 1 - winRate);
  return possible ? winRate * (1 - winRate) - tieRate / 4 : Number.NaN;
}
