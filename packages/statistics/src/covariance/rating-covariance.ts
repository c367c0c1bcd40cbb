import type { RatingFit } from '../ratings/rating-fit.js';

/** How ratings were found to vary. */
export type CovarianceKind = 'model-based' | 'sandwich' | 'clustered';

/** How ratings vary from one set of votes to another like it. */
export interface RatingCovariance {
  readonly kind: CovarianceKind;
  readonly models: number;
  /**
   * Covariances in points², row-major models × models, relative to the gauge of the fit: with an anchor they are those of the differences to
   * it. NaN for a model without games.
   */
  readonly matrix: Float64Array;
  /** Clusters with votes, for each way of clustering; empty without clusters. */
  readonly clusters: readonly number[];
  /** Of Student's t for intervals: the fewest clusters less 1; infinite without clusters. */
  readonly degreesOfFreedom: number;
  /** What was done to a two-way covariance with a negative variance, see `clusteredCovariance`. */
  readonly repair: CovarianceRepair;
}

/** See `RatingCovariance.repair`. */
export type CovarianceRepair = { readonly kind: 'none' } | { readonly kind: 'eigenvalues' };

/** A covariance that takes the votes for independent. */
export function independentVotes(
  kind: 'model-based' | 'sandwich',
  { models }: RatingFit,
  matrix: Float64Array,
): RatingCovariance {
  return {
    kind,
    models,
    matrix,
    clusters: [],
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    repair: { kind: 'none' },
  };
}
