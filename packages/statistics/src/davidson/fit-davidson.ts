import type { PairCounts } from '../comparisons/pair-counts.js';
import { fitRecord, type RatingOptions } from '../ratings/fit-record.js';
import { pairProblem } from '../ratings/pair-problem.js';
import type { DavidsonFit } from '../ratings/rating-fit.js';

/**
 * Davidson's ratings of maximum likelihood, in which ties are outcomes of their own: win, tie and loss are in proportion to e^(d/2), ν and
 * e^(−d/2), where d is the difference of strengths, 400/ln 10 points each (R. Davidson, Journal of the American Statistical Association
 * 65, 1970). The more two models differ the rarer they tie, so that ratings lie farther apart than where a tie is half a win. The prior is that
 * of `fitBradleyTerry`. Throws a RangeError when the anchor has no games, or when all votes are ties: they leave ν infinite.
 */
export function fitDavidson(counts: PairCounts, options: RatingOptions = {}): DavidsonFit {
  const problem = pairProblem(counts, 'half');
  const ties = problem.ties.reduce((sum, count) => sum + count, 0);
  if (ties > 0 && ties === problem.votes) throw new RangeError('all votes are ties: the tie parameter is infinite');
  // ν of equal models with this share of ties; without any, it is 0 and no parameter.
  const logTieParameter = ties > 0 ? Math.log((2 * ties) / (problem.votes - ties)) : undefined;
  const { record, parameters } = fitRecord({ ...options, models: counts.models, problem, logTieParameter });
  const tieParameter = logTieParameter === undefined ? 0 : Math.exp(parameters[problem.size]!);
  return { method: 'davidson', tieParameter, ...record };
}
