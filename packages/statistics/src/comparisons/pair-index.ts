/** Number of unordered pairs of `models` models. */
export function pairCount(models: number): number {
  return (models * (models - 1)) / 2;
}

/**
 * Place of the pair (lower, higher), `lower` < `higher`, in a column of pairs: (0,1), (0,2), (1,2), (0,3), … It does not depend on the
 * number of models, so that a column grows at its end when a model is added.
 */
export function pairIndex(lower: number, higher: number): number {
  return (higher * (higher - 1)) / 2 + lower;
}
