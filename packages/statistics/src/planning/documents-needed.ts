import { normalQuantile } from '../normal-quantile.js';
import { twoSidedLevel } from '../one-sided.js';

/** What is to be shown of two models' shares of right answers, and what is supposed of them. */
export interface DifferencePlan {
  /** The supposed true difference, first − second. */
  readonly difference: number;
  /**
   * Given: the first is to be shown not inferior, its share no more than this below the second's, by a one-sided bound. Without it that the
   * two differ, by a two-sided test.
   */
  readonly margin?: number | undefined;
  /** Probability to succeed if all is as supposed, above ½; 0.8 by default. */
  readonly power?: number | undefined;
  /** 1 − α of the test; 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** A plan in which both models are asked the same documents. */
export interface PairedPlan extends DifferencePlan {
  /** Share of documents on which exactly one of them is right; at least the difference. */
  readonly discordance: number;
}

/**
 * Documents needed when both models are asked the same ones: for a difference (z_{α/2}·√ψ + z_β·√(ψ − δ²))² / δ², ψ the share of discordant
 * documents, δ the difference (R. J. Connor, Sample size for testing differences in proportions for the paired-sample design, Biometrics 43,
 * 1987), for McNemar's test without continuity correction; his exact test asks for some more, as it does not use up its α. For non-inferiority
 * (z_α + z_β)²·(ψ − δ²) / (δ + margin)² (J.-P. Liu et al., Tests for equivalence or non-inferiority for paired binary data, Statistics in
 * Medicine 21, 2002). Infinite where there is nothing to be shown: no difference, or one at or below −margin. NaN for a discordance that is
 * less than the difference, or more than 1.
 */
export function pairedDocumentsNeeded(plan: PairedPlan): number {
  const { difference: delta, discordance, margin } = plan;
  if (!(discordance >= Math.abs(delta) && discordance <= 1)) return Number.NaN;
  const { zAlpha, zBeta } = quantiles(plan);
  const variance = discordance - delta ** 2;
  if (margin !== undefined) return nonInferiority({ zAlpha, zBeta, variance, distance: delta + margin });
  if (delta === 0) return Infinity;
  return atLeastOne((zAlpha * Math.sqrt(discordance) + zBeta * Math.sqrt(variance)) ** 2 / delta ** 2);
}

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
 * Documents that both models must answer so that it is settled whether the first is non-inferior: (z_α + z_β)²·σ² / (δ + margin)², of which
 * `pairedDocumentsNeeded` is the case of right and wrong answers. Where the supposed difference lies below −margin it is the verdict
 * "inferior", as far from the margin on the other side. Infinite where it lies on it.
 */
export function verdictDocumentsNeeded({ variance, difference, margin, power, confidence }: VerdictPlan): number {
  return nonInferiority({
    ...quantiles({ difference, margin, power, confidence }),
    variance,
    distance: Math.abs(difference + margin),
  });
}

/** A plan in which each model is asked documents of its own, or only its share is known. */
export interface IndependentPlan extends DifferencePlan {
  /** The supposed share of the second; the first's is this plus the difference. */
  readonly secondRate: number;
}

/**
 * Documents needed for each of two models asked independently: for a difference (z_{α/2}·√(2p̄q̄) + z_β·√(p₁q₁ + p₂q₂))² / δ² (J. L. Fleiss,
 * Statistical Methods for Rates and Proportions, 2nd ed. 1981, §3.2, without continuity correction); for non-inferiority
 * (z_α + z_β)²·(p₁q₁ + p₂q₂) / (δ + margin)² (W. C. Blackwelder, "Proving the null hypothesis" in clinical trials, Controlled Clinical Trials
 * 3, 1982). Infinite as for pairs; NaN where a share would not lie within 0 and 1.
 */
export function independentDocumentsNeeded(plan: IndependentPlan): number {
  const { difference: delta, secondRate: second, margin } = plan;
  const first = second + delta;
  if (!(second >= 0 && second <= 1 && first >= 0 && first <= 1)) return Number.NaN;
  const { zAlpha, zBeta } = quantiles(plan);
  const variance = first * (1 - first) + second * (1 - second);
  if (margin !== undefined) return nonInferiority({ zAlpha, zBeta, variance, distance: delta + margin });
  if (delta === 0) return Infinity;
  const pooled = (first + second) / 2;
  return atLeastOne((zAlpha * Math.sqrt(2 * pooled * (1 - pooled)) + zBeta * Math.sqrt(variance)) ** 2 / delta ** 2);
}

/**
 * The discordance of two models that answer independently of each other, p₁q₂ + p₂q₁: what to suppose where nothing is known. Models are
 * mostly right and wrong on the same documents, which makes it less.
 */
export function independentDiscordance(first: number, second: number): number {
  return first * (1 - second) + second * (1 - first);
}

function quantiles({ margin, power = 0.8, confidence = 0.95 }: DifferencePlan) {
  const zAlpha = normalQuantile(margin === undefined ? confidence : twoSidedLevel(confidence));
  return { zAlpha, zBeta: normalQuantile(twoSidedLevel(power)) };
}

interface Distance {
  readonly zAlpha: number;
  readonly zBeta: number;
  /** Of one document's difference. */
  readonly variance: number;
  /** From the limit of inferiority. */
  readonly distance: number;
}

function nonInferiority({ zAlpha, zBeta, variance, distance }: Distance): number {
  return distance <= 0 ? Infinity : atLeastOne(((zAlpha + zBeta) ** 2 * variance) / distance ** 2);
}

function atLeastOne(documents: number): number {
  return Math.max(1, Math.ceil(documents));
}
