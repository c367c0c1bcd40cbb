import type { PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import { fitRecord, type RatingOptions } from '../ratings/fit-record.js';
import { pairProblem } from '../ratings/pair-problem.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';

/** How Bradley–Terry ratings are to be fitted. */
export interface BradleyTerryOptions extends RatingOptions {
  /** Default: a tie is half a win for each. */
  readonly ties?: TieRule;
}

/**
 * Bradley–Terry ratings of maximum likelihood: P(a beats b) = 1/(1 + 10^((R_b − R_a)/400)) (R. Bradley, M. Terry, Rank analysis of
 * incomplete block designs, Biometrika 39, 1952). By Newton's method on the counts, to a gradient of 0. Where some models won or lost
 * all games against the rest, nothing finite is most likely: then every model ties half a game against a phantom, and the fit says so.
 * Throws a RangeError when the anchor has no games.
 */
export function fitBradleyTerry(counts: PairCounts, options: BradleyTerryOptions = {}): BradleyTerryFit {
  const { ties = 'half', ...rest } = options;
  const { record } = fitRecord({ ...rest, models: counts.models, problem: pairProblem(counts, ties) });
  return { method: 'bradley-terry', ties, ...record };
}
