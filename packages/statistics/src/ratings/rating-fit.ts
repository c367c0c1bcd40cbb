import type { Components } from '../comparisons/components.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import type { Gauge } from './gauge.js';

/** Games that every rated model is said to have tied against a phantom, so that ratings stay finite. */
export interface PhantomPrior {
  /** How many such ties; ½ by default where a prior is needed. */
  readonly ties: number;
  /** The phantom's rating. */
  readonly rating: number;
}

/** Ratings of maximum likelihood and how they were found. Columns are by model. */
export interface FitRecord {
  readonly models: number;
  /** On the Elo scale, from the gauge; NaN for a model without games. */
  readonly ratings: Float64Array;
  /** Games that count under the rule for ties. */
  readonly games: Float64Array;
  /** All games that count. */
  readonly votes: number;
  readonly gauge: Gauge;
  /** Steps of Newton's method. */
  readonly iterations: number;
  /** Length of the log-likelihood's gradient at the ratings, in votes. */
  readonly gradientNorm: number;
  /** Whether that is below 1e-9 a vote. */
  readonly converged: boolean;
  /** Whether votes alone make all ratings finite: the "has beaten" graph, in which a tie counts both ways, is strongly connected. */
  readonly connected: boolean;
  /** Its strongly connected components; −1 for a model without games. Of two, the lower-numbered won all games against the other. */
  readonly components: Components;
  /** Set where a prior was used. */
  readonly prior: PhantomPrior | undefined;
}

/** Bradley–Terry ratings. */
export interface BradleyTerryFit extends FitRecord {
  readonly method: 'bradley-terry';
  readonly ties: TieRule;
}

/** Davidson's ratings, in which ties have a parameter of their own. */
export interface DavidsonFit extends FitRecord {
  readonly method: 'davidson';
  /** ν: two equal models tie ν/(2 + ν) of their games. 0 where nobody ever tied. */
  readonly tieParameter: number;
}

/** Ratings whose covariance can be found. */
export type RatingFit = BradleyTerryFit | DavidsonFit;

/** The rule by which a fit counted ties as scores. */
export function tieRuleOf(fit: RatingFit): TieRule {
  return fit.method === 'davidson' ? 'half' : fit.ties;
}
