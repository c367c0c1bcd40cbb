import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import { FIRST_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { countPairs, type PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import { clusteredCovariance } from '../covariance/clustered-covariance.js';
import type { RatingCovariance } from '../covariance/rating-covariance.js';
import { intervalReach } from '../covariance/rating-intervals.js';
import { sandwichCovariance } from '../covariance/sandwich-covariance.js';
import { fittedProblem } from '../covariance/fitted-problem.js';
import { centredStrengths, toGauge } from '../covariance/to-gauge.js';
import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { gaugeShift, type Anchor } from '../ratings/gauge.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';
import { controlCovariance } from './control-covariance.js';
import { parameterCount, type ControlProblem } from './control-problem.js';
import type { FeatureColumns } from './feature-columns.js';
import { keepVotes, type KeptVotes } from './kept-votes.js';
import { maximiseControl } from './maximise-control.js';

/** The ridge that FastChat puts on all parameters; here on coefficients only. */
const DEFAULT_RIDGE = 0.5;

/** How ratings are controlled. */
export interface ControlOptions {
  /** Default: a tie is half a win for each. */
  readonly ties?: TieRule | undefined;
  /** ½·ridge·β² is taken off the log-likelihood for each coefficient; 0.5 by default. */
  readonly ridge?: number | undefined;
  /**
   * The same for each θ; 0 by default, since it draws ratings together. FastChat's 0.5 on ratings in units of ten to one is
   * `FASTCHAT_RATING_RIDGE`.
   */
  readonly ratingRidge?: number | undefined;
  /** Default: the mean of the rated models is 1000. */
  readonly anchor?: Anchor | undefined;
  /** One way of clustering the votes (questions) or two (questions, annotators); none by default. */
  readonly clusters?: readonly [Clusters] | readonly [Clusters, Clusters] | undefined;
  /** Of the coefficients' intervals; 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** FastChat's penalty on ratings: 0.5 on x where θ = x·ln 10. */
export const FASTCHAT_RATING_RIDGE = 0.5 / Math.LN10 ** 2;

/** What a feature adds to the logit of winning. */
export interface ControlCoefficient {
  readonly name: string;
  /** Per unit of the scaled feature. */
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** The estimate in Elo points. */
  readonly points: number;
}

/** Ratings with and without what the features explain, from the same votes. */
export interface ControlledRatings {
  readonly raw: BradleyTerryFit;
  readonly rawCovariance: RatingCovariance;
  /** By model, on the Elo scale from the same gauge; NaN for a model without votes. */
  readonly ratings: Float64Array;
  readonly covariance: RatingCovariance;
  readonly coefficients: readonly ControlCoefficient[];
  readonly votes: number;
  /** Votes left out because a feature is not known. */
  readonly omitted: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Bradley–Terry with features: logit P(first wins) = θ_first − θ_second + Σ β·z (T. Li et al., Does style matter? Disentangling style and
 * substance in Chatbot Arena, 2024), by Newton's method on the single votes, with sandwich intervals. A regression cannot tell style from
 * quality where better models write in another style: show it beside the raw ratings. Where votes leave raw ratings infinite, the same
 * phantom prior holds both. Throws a RangeError when the anchor has no games, or the votes are in fewer than two clusters.
 */
export function controlledRatings(
  comparisons: Comparisons,
  features: FeatureColumns,
  options: ControlOptions = {},
): ControlledRatings {
  const { ties = 'half', anchor, confidence = DEFAULT_CONFIDENCE } = options;
  const kept = keepVotes(comparisons, features, { ties, clusters: options.clusters ?? [] });
  const counts = countPairs(kept.comparisons);
  const raw = fitBradleyTerry(counts, anchor === undefined ? { ties } : { ties, anchor });
  const model = Int32Array.from(Array.from(raw.ratings.keys()).filter((which) => !Number.isNaN(raw.ratings[which]!)));
  const problem = controlProblem(kept, { raw, model, options });
  const maximum = maximiseControl(problem, startAt(raw, model, features.names.length));
  const covariance = controlCovariance(problem, maximum, kept.clusters);
  const strengths = maximum.parameters.slice(0, model.length);
  const shift = gaugeShift(strengths, model, raw.gauge);
  const ratings = new Float64Array(comparisons.models).fill(Number.NaN);
  for (const [place, which] of model.entries()) ratings[which] = strengths[place]! * ELO_POINTS + shift;
  const fitted = fittedProblem(counts, raw);
  const ratingCovariance: RatingCovariance = {
    ...covariance,
    kind: kept.clusters.length === 0 ? 'sandwich' : 'clustered',
    models: comparisons.models,
    matrix: toGauge(fitted, raw, centredStrengths(fitted, strengthsPart(problem, covariance.matrix))),
  };
  const reach = intervalReach(ratingCovariance, confidence);
  return {
    raw,
    rawCovariance: rawCovarianceOf(counts, raw, kept),
    ratings,
    covariance: ratingCovariance,
    coefficients: coefficientsOf(problem, features.names, {
      parameters: maximum.parameters,
      matrix: covariance.matrix,
      reach,
    }),
    votes: problem.score.length,
    omitted: kept.omitted,
    iterations: maximum.iterations,
    converged: maximum.converged,
  };
}

/** The rows and columns of the strengths. */
function strengthsPart(problem: ControlProblem, matrix: Float64Array): Float64Array {
  const { size } = problem;
  const n = parameterCount(problem);
  return Float64Array.from({ length: size * size }, (_, at) => matrix[Math.floor(at / size) * n + (at % size)]!);
}

function coefficientsOf(
  problem: ControlProblem,
  names: readonly string[],
  {
    parameters,
    matrix,
    reach,
  }: { readonly parameters: Float64Array; readonly matrix: Float64Array; readonly reach: number },
): readonly ControlCoefficient[] {
  const n = parameterCount(problem);
  return names.map((name, feature) => {
    const at = problem.size + feature;
    const estimate = parameters[at]!;
    const standardError = Math.sqrt(matrix[at * n + at]!);
    const interval = { lower: estimate - reach * standardError, upper: estimate + reach * standardError };
    return { name, estimate, standardError, interval, points: estimate * ELO_POINTS };
  });
}

function controlProblem(
  { comparisons, columns }: KeptVotes,
  {
    raw,
    model,
    options,
  }: { readonly raw: BradleyTerryFit; readonly model: Int32Array; readonly options: ControlOptions },
): ControlProblem {
  const place = new Int32Array(comparisons.models).fill(-1);
  for (const [at, which] of model.entries()) place[which] = at;
  const { ridge = DEFAULT_RIDGE, ratingRidge = 0 } = options;
  return {
    size: model.length,
    first: comparisons.first.map((which) => place[which]!),
    second: comparisons.second.map((which) => place[which]!),
    score: Float64Array.from(comparisons.outcome, (result) => (result === TIE ? 0.5 : result === FIRST_WINS ? 1 : 0)),
    columns,
    prior: ratingRidge > 0 ? 0 : (raw.prior?.ties ?? 0),
    ridge,
    ratingRidge,
  };
}

/** The raw strengths, and no effect of features. */
function startAt({ ratings, prior, gauge }: BradleyTerryFit, model: Int32Array, features: number): Float64Array {
  const zero = prior?.rating ?? gauge.rating;
  const start = new Float64Array(model.length + features);
  for (const [place, which] of model.entries()) start[place] = (ratings[which]! - zero) / ELO_POINTS;
  return start;
}

function rawCovarianceOf(
  counts: PairCounts,
  raw: BradleyTerryFit,
  { comparisons, clusters }: KeptVotes,
): RatingCovariance {
  const [first, second] = clusters;
  if (first === undefined) return sandwichCovariance(counts, raw);
  const ways = second === undefined ? ([first] as const) : ([first, second] as const);
  return clusteredCovariance(counts, raw, { comparisons, clusters: ways });
}
