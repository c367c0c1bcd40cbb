import { lossSlope, totalLoss, type SoftRows } from './soft-logistic.js';

const MAX_ITERATIONS = 200;
const MAX_SWEEPS = 1000;
const TOLERANCE = 1e-10;
const SHORTEST_STEP = 1e-10;

/**
 * Minimises Σ|β| + C·Σ weight·loss, the objective of LIBLINEAR's L1-regularised logistic regression (R.-E. Fan et al., JMLR 9, 2008), for a few
 * coefficients without intercept: proximal Newton steps, each solved by coordinate descent (J. Lee, Y. Sun, M. Saunders, SIAM Journal on
 * Optimization 24, 2014), halved until the objective falls.
 */
export function fitLassoLogistic(
  rows: SoftRows,
  { strength, start }: { readonly strength: number; readonly start?: Float64Array | undefined },
): Float64Array {
  let coefficients: Float64Array = start?.slice() ?? new Float64Array(rows.columns.length);
  const objective = (at: Float64Array): number => strength * totalLoss(rows, at) + absolute(at);
  let value = objective(coefficients);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const { gradient, hessian } = lossSlope(rows, coefficients);
    const step = proximalStep(coefficients, {
      gradient: gradient.map((slope) => strength * slope),
      hessian: hessian.map((curvature) => strength * curvature),
    });
    if (Math.max(...step.map(Math.abs)) < TOLERANCE) break;
    const next = descend({ coefficients, step, value, objective });
    if (next === undefined) break;
    ({ coefficients, value } = next);
  }
  return coefficients;
}

function absolute(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

/** The step d that minimises gᵀd + ½dᵀHd + Σ|β + d|. */
function proximalStep(
  coefficients: Float64Array,
  { gradient, hessian }: { readonly gradient: Float64Array; readonly hessian: Float64Array },
): Float64Array {
  const size = coefficients.length;
  const step = new Float64Array(size);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let largest = 0;
    for (let at = 0; at < size; at += 1) {
      const curvature = hessian[at * size + at]!;
      let slope = gradient[at]!;
      for (let other = 0; other < size; other += 1) slope += hessian[at * size + other]! * step[other]!;
      const here = coefficients[at]! + step[at]!;
      // A feature that is 0 in all rows has no curvature and no slope: the penalty takes its coefficient to 0.
      const moved = curvature > 0 ? soften(here - slope / curvature, 1 / curvature) : 0;
      largest = Math.max(largest, Math.abs(moved - here));
      step[at]! += moved - here;
    }
    if (largest < TOLERANCE / 10) break;
  }
  return step;
}

function soften(value: number, threshold: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - threshold);
}

function descend({
  coefficients,
  step,
  value,
  objective,
}: {
  readonly coefficients: Float64Array;
  readonly step: Float64Array;
  readonly value: number;
  readonly objective: (at: Float64Array) => number;
}): { coefficients: Float64Array; value: number } | undefined {
  for (let length = 1; length > SHORTEST_STEP; length /= 2) {
    const next = coefficients.map((coefficient, at) => coefficient + length * step[at]!);
    const reached = objective(next);
    if (reached < value) return { coefficients: next, value: reached };
  }
  return undefined;
}
