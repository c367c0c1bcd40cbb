import type { PairCounts } from '../comparisons/pair-counts.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { parameterCount } from '../ratings/likelihood.js';
import type { RatingFit } from '../ratings/rating-fit.js';
import { fittedProblem } from './fitted-problem.js';
import { independentVotes, type RatingCovariance } from './rating-covariance.js';
import { centredStrengths, toGauge } from './to-gauge.js';

/**
 * The inverse of the information: right when votes are independent and the model is true. Where ties are half wins it is too wide, since
 * a tie varies less than the win or loss that the model takes it for. `counts` are those of the fit.
 */
export function modelBasedCovariance(counts: PairCounts, fit: RatingFit): RatingCovariance {
  const fitted = fittedProblem(counts, fit);
  const centred = centredStrengths(fitted, invertFactored(fitted.factor, parameterCount(fitted)));
  return independentVotes('model-based', fit, toGauge(fitted, fit, centred));
}
