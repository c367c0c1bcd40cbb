import type { BradleyTerryFit } from '../bradley-terry/bradley-terry-fit.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import { invertFactored } from '../linear-algebra/cholesky.js';
import { fittedProblem, type FittedProblem } from './fitted-problem.js';
import { independentMeat } from './meat.js';
import type { RatingCovariance } from './rating-covariance.js';
import { sandwich } from './sandwich.js';
import { toGauge } from './to-gauge.js';

/**
 * The sandwich covariance V = H⁺·B·H⁺ (P. Huber, Berkeley Symposium 1967; H. White, Econometrica 50, 1982): right for independent votes
 * even where Bradley–Terry is not quite true. H is the information and B the votes' squared residuals. `counts` are those of the fit.
 */
export function sandwichCovariance(counts: PairCounts, fit: BradleyTerryFit): RatingCovariance {
  const fitted: FittedProblem = fittedProblem(counts, fit);
  const { size, model } = fitted.problem;
  const bread = invertFactored(fitted.factor, size);
  const centred = sandwich(bread, independentMeat(counts, fit.ties, fitted), size);
  return {
    kind: 'sandwich',
    models: fit.models,
    matrix: toGauge(centred, { models: fit.models, model, gauge: fit.gauge }),
    clusters: [],
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    repair: { kind: 'none' },
  };
}
