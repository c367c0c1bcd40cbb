/** What is expected of one comparison. */
export interface PairOutcome {
  readonly win: number;
  readonly tie: number;
  readonly loss: number;
}

/**
 * P(the first wins), P(tie), P(the second wins) for θ₁ − θ₂ = `difference` and the tie parameter ν (R. Davidson, On extending the
 * Bradley–Terry model to accommodate ties, Journal of the American Statistical Association 65, 1970): in proportion to e^(difference/2), ν and
 * e^(−difference/2). Without ν it is Bradley–Terry.
 */
export function pairOutcome(difference: number, tieParameter = 0): PairOutcome {
  const ratio = Math.exp(-difference / 2);
  const win = 1 / (1 + ratio * ratio + tieParameter * ratio);
  return { win, tie: tieParameter * ratio * win, loss: ratio * ratio * win };
}

/** Expected score of the first: a tie is half a win. */
export function expectedScore({ win, tie }: PairOutcome): number {
  return win + tie / 2;
}

/** Variance of the first's score. */
export function scoreVariance({ win, tie, loss }: PairOutcome): number {
  return win * loss + (tie * (1 - tie)) / 4;
}

/** Covariance of the first's score with whether there is a tie. */
export function scoreTieCovariance({ win, tie, loss }: PairOutcome): number {
  return (tie * (loss - win)) / 2;
}
