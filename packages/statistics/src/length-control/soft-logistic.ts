/** Rows of a logistic regression whose labels are probabilities. */
export interface SoftRows {
  /** Features, one column each. */
  readonly columns: readonly Float64Array[];
  /** Probability of label 1 of each row. */
  readonly target: Float64Array;
  readonly weight: Float64Array;
}

/** Σ β·x of a row. */
export function rowLogit(columns: readonly Float64Array[], coefficients: ArrayLike<number>, row: number): number {
  let logit = 0;
  for (let feature = 0; feature < columns.length; feature += 1)
    logit += coefficients[feature]! * columns[feature]![row]!;
  return logit;
}

/** −y·ln p − (1 − y)·ln(1 − p) for p = σ(logit). */
export function softLoss(logit: number, target: number): number {
  return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - target * logit;
}

/** Σ weight·loss. */
export function totalLoss({ columns, target, weight }: SoftRows, coefficients: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < target.length; row += 1)
    sum += weight[row]! * softLoss(rowLogit(columns, coefficients, row), target[row]!);
  return sum;
}

/** Slope of `totalLoss` and its second derivatives, row-major. */
export function lossSlope({ columns, target, weight }: SoftRows, coefficients: ArrayLike<number>) {
  const size = columns.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (let row = 0; row < target.length; row += 1) {
    const p = 1 / (1 + Math.exp(-rowLogit(columns, coefficients, row)));
    const residual = weight[row]! * (p - target[row]!);
    const information = weight[row]! * p * (1 - p);
    for (let a = 0; a < size; a += 1) {
      const value = columns[a]![row]!;
      gradient[a]! += residual * value;
      for (let b = 0; b < size; b += 1) hessian[a * size + b]! += information * value * columns[b]![row]!;
    }
  }
  return { gradient, hessian };
}
