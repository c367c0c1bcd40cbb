import type { Components } from '../comparisons/components.js';
import { ELO_POINTS } from './elo-scale.js';
import { gaugeOf, gaugeShift, type Anchor } from './gauge.js';
import { hasBeatenComponents } from './has-beaten.js';
import { maximise } from './maximise.js';
import type { PairProblem } from './pair-problem.js';
import type { FitRecord } from './rating-fit.js';

/** Ties with a phantom where votes alone leave ratings infinite. */
export const NEEDED_PRIOR = 0.5;
/** The gradient's length per vote at which ratings are found. */
const CONVERGED = 1e-9;
/** Where the search stops; it goes on below what ratings need, since the last steps cost nothing. */
const TOLERANCE = 1e-12;

/** What ratings are measured from and what is known before the votes. */
export interface RatingOptions {
  /** Ties of every model against a phantom. Default: none if votes alone make the ratings finite, else ½; 0 is the default. */
  readonly prior?: number;
  /** Default: the mean of the rated models is 1000. */
  readonly anchor?: Anchor;
}

/** What `fitRecord` is to fit. */
export interface FitTask extends RatingOptions {
  readonly models: number;
  readonly problem: PairProblem;
  /** log ν to begin with; undefined where ties have no parameter. */
  readonly logTieParameter?: number | undefined;
}

/** Fits a problem. Throws a RangeError when the anchor has no games. */
export function fitRecord(task: FitTask): { readonly record: FitRecord; readonly parameters: Float64Array } {
  const { models, problem, prior: wanted = 0, anchor, logTieParameter } = task;
  if (anchor !== undefined && !problem.model.includes(anchor.model)) {
    throw new RangeError(`the anchor, model ${anchor.model}, has no games`);
  }
  const components = hasBeatenComponents(problem);
  const connected = components.count <= 1;
  const prior = wanted > 0 || connected ? wanted : NEEDED_PRIOR;
  const tieParameter = logTieParameter !== undefined;
  const start = new Float64Array(problem.size + (tieParameter ? 1 : 0));
  if (tieParameter) start[problem.size] = logTieParameter;
  const likelihood = { problem, prior, tieParameter };
  const { parameters, iterations, gradientNorm } = maximise(likelihood, { start, tolerance: TOLERANCE });
  const gauge = gaugeOf(anchor);
  const shift = gaugeShift(parameters, problem.model, gauge);
  const record: FitRecord = {
    models,
    ratings: byModel(task, (place) => parameters[place]! * ELO_POINTS + shift),
    games: gamesOf(task),
    votes: problem.votes,
    gauge,
    iterations,
    gradientNorm,
    converged: gradientNorm <= CONVERGED * problem.votes,
    connected,
    components: componentsByModel(task, components),
    prior: prior > 0 ? { ties: prior, rating: shift } : undefined,
  };
  return { record, parameters };
}

function byModel({ models, problem }: FitTask, valueAt: (place: number) => number): Float64Array {
  const values = new Float64Array(models).fill(Number.NaN);
  for (const [place, model] of problem.model.entries()) values[model] = valueAt(place);
  return values;
}

function gamesOf({ models, problem: { model, first, second, games } }: FitTask): Float64Array {
  const sums = new Float64Array(models);
  for (const [pair, count] of games.entries()) {
    sums[model[first[pair]!]!]! += count;
    sums[model[second[pair]!]!]! += count;
  }
  return sums;
}

function componentsByModel({ models, problem }: FitTask, { count, of }: Components): Components {
  const component = new Int32Array(models).fill(-1);
  for (const [place, model] of problem.model.entries()) component[model] = of[place]!;
  return { count, of: component };
}
