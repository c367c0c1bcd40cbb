import { winProbability } from '../ratings/win-probability.js';

/** Votes with features, and penalties. Parameters are θ of all places, then β of all features. */
export interface ControlProblem {
  /** Number of places, models with votes. */
  readonly size: number;
  /** Place of each vote's first and second model. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** 1, ½ or 0 for the first. */
  readonly score: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Ties of each model against a phantom of θ = 0. */
  readonly prior: number;
  /** Strengths of ½·ridge·β² and ½·ridge·θ². */
  readonly ridge: number;
  readonly ratingRidge: number;
}

/** Number of parameters. */
export function parameterCount({ size, columns }: ControlProblem): number {
  return size + columns.length;
}

/** θ_first − θ_second + Σ β·z of a vote: the logit of its expected score. */
export function voteLogit(
  { size, first, second, columns }: ControlProblem,
  parameters: Float64Array,
  vote: number,
): number {
  let logit = parameters[first[vote]!]! - parameters[second[vote]!]!;
  for (const [feature, column] of columns.entries()) logit += parameters[size + feature]! * column[vote]!;
  return logit;
}

/** The penalised log-likelihood Σ s·η − ln(1 + e^η) − penalties. */
export function objective(problem: ControlProblem, parameters: Float64Array): number {
  let sum = 0;
  for (let vote = 0; vote < problem.score.length; vote += 1) {
    const logit = voteLogit(problem, parameters, vote);
    sum += problem.score[vote]! * logit - softplus(logit);
  }
  for (const [at, value] of parameters.entries()) {
    sum -= 0.5 * (at < problem.size ? problem.ratingRidge : problem.ridge) * value ** 2;
    if (at < problem.size) sum += problem.prior * (0.5 * value - softplus(value));
  }
  return sum;
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Slope of the objective and minus its second derivatives, row-major. */
export interface Slope {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** Both at some parameters. The information has a gauge added where nothing holds the level of the strengths. */
export function slopeAt(problem: ControlProblem, parameters: Float64Array): Slope {
  const { size, first, second, score, columns } = problem;
  const n = parameterCount(problem);
  const gradient = new Float64Array(n);
  const information = new Float64Array(n * n);
  for (let vote = 0; vote < score.length; vote += 1) {
    const p = winProbability(voteLogit(problem, parameters, vote));
    const residual = score[vote]! - p;
    const weight = p * (1 - p);
    const a = first[vote]!;
    const b = second[vote]!;
    gradient[a]! += residual;
    gradient[b]! -= residual;
    information[a * n + a]! += weight;
    information[b * n + b]! += weight;
    information[Math.max(a, b) * n + Math.min(a, b)]! -= weight;
    for (let feature = 0; feature < columns.length; feature += 1) {
      const value = columns[feature]![vote]!;
      const row = (size + feature) * n;
      gradient[size + feature]! += residual * value;
      information[row + a]! += weight * value;
      information[row + b]! -= weight * value;
      for (let other = 0; other <= feature; other += 1)
        information[row + size + other]! += weight * value * columns[other]![vote]!;
    }
  }
  addPenalties(problem, parameters, { gradient, information });
  return { gradient, information };
}

/** Penalties, the gauge, and the upper triangle. */
function addPenalties(problem: ControlProblem, parameters: Float64Array, { gradient, information }: Slope): void {
  const { size, prior, ridge, ratingRidge } = problem;
  const n = parameterCount(problem);
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += information[at * n + at]!;
  const gauge = prior > 0 || ratingRidge > 0 ? 0 : trace / size ** 2;
  for (let row = 0; row < n; row += 1) {
    const p = winProbability(parameters[row]!);
    const strength = row < size ? ratingRidge : ridge;
    const phantom = row < size ? prior : 0;
    gradient[row]! += phantom * (0.5 - p) - strength * parameters[row]!;
    information[row * n + row]! += phantom * p * (1 - p) + strength;
    for (let column = 0; column <= row; column += 1) {
      if (row < size) information[row * n + column]! += gauge;
      information[column * n + row] = information[row * n + column]!;
    }
  }
}
