import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';

/** What is to be shown of two models' scores on the same documents, right and wrong or graded. */
export interface VerdictPlan {
  /** Of a document's difference first − second; where documents share texts, times what clustering adds. */
  readonly variance: number;
  /** The supposed true difference first − second; 0: equal models. */
  readonly difference: number;
  readonly margin: number;
  /** Probability to succeed if all is as supposed, above ½; 0.8 by default. */
  readonly power?: number | undefined;
  /** Of the one-sided bound; 0.95 by default. */
  readonly confidence?: number | undefined;
}

/**
 * Documents that both models must answer so that it is settled whether the first is non-inferior: (z_α + z_β)²·σ² / (δ + margin)². Of right and
 * wrong answers σ² is ψ − δ², ψ the share of documents on which exactly one is right (J.-P. Liu et al., Tests for equivalence or
 * non-inferiority for paired binary data, Statistics in Medicine 21, 2002). Where the supposed difference lies below −margin it is the
 * verdict "inferior", as far from the margin on the other side. Infinite where it lies on it.
 */
export function verdictDocumentsNeeded(plan: VerdictPlan): number {
  const { variance, difference, margin, power = 0.8, confidence = 0.95 } = plan;
  const distance = Math.abs(difference + margin);
  if (distance === 0) return Infinity;
  const quantiles = normalQuantile(twoSidedLevel(confidence)) + normalQuantile(twoSidedLevel(power));
  return Math.max(1, Math.ceil((quantiles ** 2 * variance) / distance ** 2));
}
