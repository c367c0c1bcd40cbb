import type { PairCounts } from '../comparisons/pair-counts.js';
import { fittedProblem, type FittedProblem } from '../covariance/fitted-problem.js';
import type { ClusteredVotes } from '../covariance/clustered-covariance.js';
import { seededRandom } from '../random/xoshiro.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { NEEDED_PRIOR } from '../ratings/fit-record.js';
import { gaugeShift } from '../ratings/gauge.js';
import { hasBeatenComponents } from '../ratings/has-beaten.js';
import type { Likelihood } from '../ratings/likelihood.js';
import { maximise } from '../ratings/maximise.js';
import type { PairProblem } from '../ratings/pair-problem.js';
import { tieRuleOf, type RatingFit } from '../ratings/rating-fit.js';
import { clusterResampler } from './cluster-resampler.js';
import { emptyProblem } from './resampler.js';
import { voteResampler } from './vote-resampler.js';

/** The gradient's length per vote at which a refit ends. */
const TOLERANCE = 1e-9;

/** How to bootstrap. */
export interface BootstrapOptions {
  /** Default 1000. */
  readonly rounds?: number;
  readonly seed: number;
  /** Votes in clusters, which are drawn whole; without them votes are independent. */
  readonly votes?: ClusteredVotes;
}

/** Ratings of the rounds of a bootstrap. */
export interface BootstrapRatings {
  readonly models: number;
  readonly rounds: number;
  /** Row-major rounds × models, each round from the gauge of the fit; NaN for a model without games in the fit. */
  readonly ratings: Float64Array;
  readonly seed: number;
  /** Rounds whose votes alone would not have made all ratings finite; they have the prior of half a tie. */
  readonly unconnectedRounds: number;
}

/**
 * Ratings of votes drawn anew, over and over, each refitted to a gradient of 0 from the fit on. `counts` are those of the fit (and of the
 * votes). An anchor's rating is held in every round, so that all others vary as differences to it.
 */
export function bootstrapRatings(counts: PairCounts, fit: RatingFit, options: BootstrapOptions): BootstrapRatings {
  const { rounds = 1000, seed, votes } = options;
  const fitted = fittedProblem(counts, fit);
  const drawn = emptyProblem(fitted.problem);
  const resampler =
    votes === undefined
      ? voteResampler(counts, fitted.problem)
      : clusterResampler({ ...votes, ties: tieRuleOf(fit) }, fitted.problem);
  const random = seededRandom(seed);
  const ratings = new Float64Array(rounds * fit.models).fill(Number.NaN);
  const { model } = fitted.problem;
  let unconnectedRounds = 0;
  for (let round = 0; round < rounds; round += 1) {
    resampler.draw(random, drawn);
    const { parameters, connected } = refit(fitted, drawn);
    if (!connected) unconnectedRounds += 1;
    const shift = gaugeShift(parameters, model, fit.gauge);
    for (let place = 0; place < model.length; place += 1) {
      ratings[round * fit.models + model[place]!] = parameters[place]! * ELO_POINTS + shift;
    }
  }
  return { models: fit.models, rounds, ratings, seed, unconnectedRounds };
}

interface Refit {
  readonly parameters: Float64Array;
  readonly connected: boolean;
}

function refit(fitted: FittedProblem, drawn: PairProblem): Refit {
  const problem = { ...drawn, votes: sum(drawn.games) };
  const connected = fitted.prior > 0 || hasBeatenComponents(problem).count <= 1;
  const likelihood: Likelihood = { ...fitted, problem, prior: connected ? fitted.prior : NEEDED_PRIOR };
  const { parameters } = maximise(likelihood, {
    start: fitted.parameters,
    tolerance: TOLERANCE,
    ...(connected ? { factor: fitted.factor } : {}),
  });
  return { parameters, connected };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
