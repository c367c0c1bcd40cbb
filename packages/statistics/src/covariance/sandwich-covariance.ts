import type { PairCounts } from '../comparisons/pair-counts.js';
import type { RatingFit } from '../ratings/rating-fit.js';
import { fittedProblem } from './fitted-problem.js';
import { independentMeat } from './meat.js';
import { independentVotes, type RatingCovariance } from './rating-covariance.js';
import { sandwichMaker } from './sandwich.js';
import { toGauge } from './to-gauge.js';

/**
 * The sandwich covariance V = H⁺·B·H⁺ (P. Huber, Berkeley Symposium 1967; H. White, Econometrica 50, 1982): right for independent votes
 * even where the model is not quite true. H is the information and B the votes' squared residuals. `counts` are those of the fit.
 */
export function sandwichCovariance(counts: PairCounts, fit: RatingFit): RatingCovariance {
  const fitted = fittedProblem(counts, fit);
  const centred = sandwichMaker(fitted)(independentMeat(counts, fitted));
  return independentVotes('sandwich', fit, toGauge(fitted, fit, centred));
}
