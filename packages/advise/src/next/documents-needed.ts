import { normalQuantile } from '@understudy/statistics';

/**
 * Variance of a document's difference that is supposed where nothing was measured: 2p(1 − p)(1 − ρ) of right and wrong answers at p = ½ and a
 * correlation of ρ = ½ between two models on one question, in the middle of what E. Miller, Adding error bars to evals, 2024, §4.2, reports.
 */
export const SUPPOSED_VARIANCE = 0.25;

/** What is to be shown, and what is supposed of it. */
export interface DocumentsPlan {
  /** Of a document's difference. */
  readonly variance: number;
  /** The supposed true difference candidate − reference; 0: equal models. */
  readonly difference: number;
  readonly margin: number;
  /** Of the one-sided bound. */
  readonly confidence: number;
  /** Probability to succeed if all is as supposed; 0.8 by default. */
  readonly power?: number | undefined;
}

/**
 * Documents that both models must answer so that the verdict comes out: (z_α + z_β)²·σ²/(d + margin)² (S. A. Julious, Sample sizes for clinical
 * trials with normal data, Statistics in Medicine 23, 2004, §5, for paired data). It is the verdict "inferior" where the supposed difference
 * lies below −margin. Infinite where it lies on it.
 */
export function documentsNeeded({ variance, difference, margin, confidence, power = 0.8 }: DocumentsPlan): number {
  const z = oneSidedQuantile(confidence) + oneSidedQuantile(power);
  return Math.ceil((z ** 2 * variance) / (difference + margin) ** 2);
}

/** `normalQuantile` is two-sided; below one half there is no such bound. */
function oneSidedQuantile(probability: number): number {
  return normalQuantile(Math.max(0, 2 * probability - 1));
}
