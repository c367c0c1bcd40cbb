import type { BradleyTerryFit } from '../bradley-terry/bradley-terry-fit.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { fittedProblem } from './fitted-problem.js';
import type { RatingCovariance } from './rating-covariance.js';
import { centre, toGauge } from './to-gauge.js';

/**
 * The inverse of the information: right when votes are independent and the model is true. Where ties are half wins it is too wide, since
 * a tie varies less than the win or loss that the model takes it for. `counts` are those of the fit.
 */
export function modelBasedCovariance(counts: PairCounts, fit: BradleyTerryFit): RatingCovariance {
  const { problem, factor } = fittedProblem(counts, fit);
  const centred = centre(invertFactored(factor, problem.size), problem.size);
  return {
    kind: 'model-based',
    models: fit.models,
    matrix: toGauge(centred, { models: fit.models, model: problem.model, gauge: fit.gauge }),
    clusters: [],
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    repair: { kind: 'none' },
  };
}
