import type { CovarianceRepair, PhantomPrior, TieRule } from '@understudy/statistics';
import type { LeftOut } from '../battles/battle-table.js';
import type { RatingMethod } from './rating-options.js';

/** A model and what its votes say of it. NaN where its votes say nothing, e.g. it has only ties and those are left out. */
export interface RatedModel {
  readonly model: string;
  readonly rating: number;
  readonly standardError: number;
  /** Ends of the interval of the rating's difference to the gauge, put at the gauge. */
  readonly lower: number;
  readonly upper: number;
  /** The best rank that the votes allow, 1 at the top. */
  readonly rankLower: number;
  /** The worst. */
  readonly rankUpper: number;
  /** wins + losses + ties, whatever is done with ties. */
  readonly votes: number;
  readonly wins: number;
  readonly losses: number;
  /** All three kinds of tie. */
  readonly ties: number;
  /** Of the ties: both answers were bad. */
  readonly bothBad: number;
  /** Of the ties: the judge changed its mind with the order of the answers. */
  readonly inconsistent: number;
}

/** What ratings are measured from. */
export type RatingGauge =
  | { readonly kind: 'mean'; readonly rating: number }
  | { readonly kind: 'anchor'; readonly model: string; readonly rating: number }
  | { readonly kind: 'initial'; readonly rating: number };

/** A way of clustering and how many clusters have votes. */
export interface RatingCluster {
  readonly column: string;
  readonly count: number;
}

/** What standard errors and intervals come from. */
export interface RatingInterval {
  /** `order`: how Elo ratings vary with the order of the same votes; the others: how ratings vary with the votes. */
  readonly kind: 'sandwich' | 'clustered' | 'bootstrap' | 'order';
  readonly confidence: number;
  /** Empty: votes count as independent. */
  readonly clusters: readonly RatingCluster[];
  /** Of Student's t; infinite for the normal distribution and where quantiles were taken. */
  readonly degreesOfFreedom: number;
  readonly repair: CovarianceRepair;
  /** Rounds and seed of a bootstrap or of shuffles. */
  readonly rounds?: number | undefined;
  readonly seed?: number | undefined;
  /** Rounds of a bootstrap whose votes alone left ratings infinite; they had the prior of half a tie. */
  readonly unconnectedRounds?: number | undefined;
}

/**
 * Where ranks come from: `RankRule` says what the first three are, `criticalValue` is how many standard errors two ratings must differ by;
 * `order`: the range over random orders of the same votes.
 */
export type RatingRanks =
  | { readonly kind: 'simultaneous'; readonly criticalValue: number }
  | { readonly kind: 'overlap' | 'bootstrap' | 'order' };

/** How a fit went. */
export interface RatingFit {
  readonly iterations: number;
  /** In votes. */
  readonly gradientNorm: number;
  readonly converged: boolean;
  /** Ties against a phantom that keep ratings finite; undefined where votes alone do. */
  readonly prior: PhantomPrior | undefined;
  /** Groups of models of which one won all votes against the others; 1 where connected. */
  readonly components: number;
}

/** Ratings of models from battles, best first, with all that made them. */
export interface RatingTable {
  readonly method: RatingMethod;
  readonly votes: number;
  /** Whether the votes alone make all ratings finite: every model reaches every other by wins and ties. */
  readonly connected: boolean;
  readonly ties: TieRule;
  readonly gauge: RatingGauge;
  readonly interval: RatingInterval;
  readonly ranks: RatingRanks;
  /** Undefined for Elo. */
  readonly fit?: RatingFit | undefined;
  /** Settings of Elo, and whether votes came in the order of the file or of their time. */
  readonly elo?: { readonly k: number; readonly initial: number; readonly order: 'file' | 'time' } | undefined;
  /** Davidson's ν: two equal models tie ν/(2 + ν) of their votes. */
  readonly tieParameter?: number | undefined;
  readonly bothBad: number;
  readonly inconsistent: number;
  readonly leftOut: LeftOut;
  readonly models: readonly RatedModel[];
}
