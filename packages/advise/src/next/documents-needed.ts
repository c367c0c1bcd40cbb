import { pairedDocumentsNeeded } from '@understudy/statistics';

/**
 * Variance of a document's difference that is supposed where nothing was measured: 2p(1 − p)(1 − ρ) of right and wrong answers at p = ½ and a
 * correlation of ρ = ½ between two models on one question, in the middle of what E. Miller, Adding error bars to evals, 2024, §4.2, reports.
 */
export const SUPPOSED_VARIANCE = 0.25;

/** What is to be shown, and what is supposed of it. */
export interface VerdictPlan {
  /** Of a document's difference. */
  readonly variance: number;
  /** The supposed true difference candidate − reference; 0: equal models. */
  readonly difference: number;
  readonly margin: number;
  /** Of the one-sided bound. */
  readonly confidence: number;
}

/**
 * Documents that both models must answer so that the verdict comes out, at 80% power: `pairedDocumentsNeeded` with the variance of graded or
 * clustered differences in place of that of right and wrong ones. Where the supposed difference lies below −margin it is the verdict
 * "inferior", as far from the margin on the other side. Infinite where it lies on it.
 */
export function documentsNeeded({ variance, difference, margin, confidence }: VerdictPlan): number {
  const distance = Math.abs(difference + margin);
  const mirrored = distance - margin;
  return pairedDocumentsNeeded({
    difference: mirrored,
    discordance: Math.min(1, variance + mirrored ** 2),
    margin,
    confidence,
  });
}
