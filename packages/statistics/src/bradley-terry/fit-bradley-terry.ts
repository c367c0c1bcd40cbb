import type { Components } from '../comparisons/components.js';
import type { PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';
import type { BradleyTerryFit } from './bradley-terry-fit.js';
import { ELO_POINTS } from './elo-scale.js';
import { gaugeOf, gaugeShift, type Anchor } from './gauge.js';
import { hasBeatenComponents } from './has-beaten.js';
import { maximise } from './maximise.js';
import { pairProblem, type PairProblem } from './pair-problem.js';

/** Ties with a phantom where votes alone leave ratings infinite. */
export const NEEDED_PRIOR = 0.5;
/** The gradient's length per vote that counts as 0. Far below the 1e-9 that ratings need: the last steps cost nothing. */
const TOLERANCE = 1e-12;

/** How Bradley–Terry ratings are to be fitted. */
export interface BradleyTerryOptions {
  /** Default: a tie is half a win for each. */
  readonly ties?: TieRule;
  /** Ties of every model against a phantom. Default: none if votes alone make the ratings finite, else ½; 0 is the default. */
  readonly prior?: number;
  /** Default: the mean of the rated models is 1000. */
  readonly anchor?: Anchor;
}

/**
 * Bradley–Terry ratings of maximum likelihood: P(a beats b) = 1/(1 + 10^((R_b − R_a)/400)) (R. Bradley, M. Terry, Rank analysis of
 * incomplete block designs, Biometrika 39, 1952). By Newton's method on the counts, to a gradient of 0. Where some models won or lost
 * all games against the rest, nothing finite is most likely: then every model ties half a game against a phantom, and the fit says so.
 * Throws a RangeError when the anchor has no games.
 */
export function fitBradleyTerry(counts: PairCounts, options: BradleyTerryOptions = {}): BradleyTerryFit {
  const { ties = 'half', prior: wanted = 0, anchor } = options;
  const problem = pairProblem(counts, ties);
  if (anchor !== undefined && !problem.model.includes(anchor.model)) {
    throw new RangeError(`the anchor, model ${anchor.model}, has no games`);
  }
  const components = hasBeatenComponents(problem);
  const connected = components.count <= 1;
  const prior = wanted > 0 || connected ? wanted : NEEDED_PRIOR;
  const start = new Float64Array(problem.size);
  const { strengths, ...search } = maximise({ problem, prior }, { start, tolerance: TOLERANCE });
  const gauge = gaugeOf(anchor);
  const shift = gaugeShift(strengths, problem.model, gauge);
  return {
    ...search,
    models: counts.models,
    ratings: byModel(counts.models, problem, (place) => strengths[place]! * ELO_POINTS + shift),
    games: gamesOf(counts.models, problem),
    votes: problem.votes,
    ties,
    gauge,
    connected,
    components: componentsByModel(counts.models, problem, components),
    prior: prior > 0 ? { ties: prior, rating: shift } : undefined,
  };
}

function byModel(models: number, { model }: PairProblem, valueAt: (place: number) => number): Float64Array {
  const values = new Float64Array(models).fill(Number.NaN);
  for (const [place, which] of model.entries()) values[which] = valueAt(place);
  return values;
}

function gamesOf(models: number, { model, first, second, games }: PairProblem): Float64Array {
  const sums = new Float64Array(models);
  for (const [pair, count] of games.entries()) {
    sums[model[first[pair]!]!]! += count;
    sums[model[second[pair]!]!]! += count;
  }
  return sums;
}

function componentsByModel(models: number, { model }: PairProblem, { count, of }: Components): Components {
  const component = new Int32Array(models).fill(-1);
  for (const [place, which] of model.entries()) component[which] = of[place]!;
  return { count, of: component };
}
