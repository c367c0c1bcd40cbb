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

/** Bradley–Terry ratings and how they were found. Columns are by model. */
export interface BradleyTerryFit {
  readonly models: number;
  /** On the Elo scale, from the gauge; NaN for a model without games. */
  readonly ratings: Float64Array;
  /** Games that count under the rule for ties. */
  readonly games: Float64Array;
  /** All games that count. */
  readonly votes: number;
  readonly ties: TieRule;
  readonly gauge: Gauge;
  /** Steps of Newton's method. */
  readonly iterations: number;
  /** Length of the log-likelihood's gradient at the ratings, in votes. */
  readonly gradientNorm: number;
  readonly converged: boolean;
  /** Whether votes alone make all ratings finite: the "has beaten" graph is strongly connected. */
  readonly connected: boolean;
  /** Its strongly connected components; −1 for a model without games. The first won all games against the later ones. */
  readonly components: Components;
  /** Set where a prior was used. */
  readonly prior: PhantomPrior | undefined;
}
