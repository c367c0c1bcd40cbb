import type { Interval } from '../interval.js';

/** One of the independent estimates that are added up. */
export interface WeightedEstimate {
  readonly weight: number;
  readonly estimate: number;
  /** Of the level that is wanted for the sum. */
  readonly interval: Interval;
}

/** A weighted sum with its interval. */
export interface CombinedEstimate {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * The sum Σ wᵢ·θᵢ of independent estimates, with an interval from their intervals alone: each end is as far from the sum as the root of the
 * summed squares of the parts' distances to the ends that pull that way (MOVER: G. Y. Zou, A. Donner, Statistics in Medicine 27, 2008,
 * 1693–1702; for linear combinations G. Y. Zou, W. Huang, X. Zhang, Computational Statistics & Data Analysis 53, 2009, 1080–1085). Unlike
 * "± z·SE" it keeps what makes the parts' intervals right for few samples and near 0 and 1: their asymmetry. Of one part it is that part's.
 */
export function combineIntervals(parts: readonly WeightedEstimate[]): CombinedEstimate {
  const estimate = parts.reduce((sum, part) => sum + part.weight * part.estimate, 0);
  let below = 0;
  let above = 0;
  for (const { weight, estimate: part, interval } of parts) {
    const toLower = (weight * (part - interval.lower)) ** 2;
    const toUpper = (weight * (interval.upper - part)) ** 2;
    below += weight < 0 ? toUpper : toLower;
    above += weight < 0 ? toLower : toUpper;
  }
  return { estimate, interval: { lower: estimate - Math.sqrt(below), upper: estimate + Math.sqrt(above) } };
}
