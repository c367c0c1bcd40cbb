/** Best and worst rank of each model, 1 for the first place; NaN for a model without a rating. */
export interface RankIntervals {
  /** The best rank that a model may have. */
  readonly lower: Float64Array;
  /** The worst one. */
  readonly upper: Float64Array;
}

/** Ranks from which models are surely better than which: `isBetter(a, b)`; `rated` says which models take part. */
export function ranksOf(rated: readonly boolean[], isBetter: (a: number, b: number) => boolean): RankIntervals {
  const models = Array.from(rated.keys()).filter((model) => rated[model]);
  const lower = new Float64Array(rated.length).fill(Number.NaN);
  const upper = new Float64Array(rated.length).fill(Number.NaN);
  for (const model of models) {
    lower[model] = 1 + models.filter((other) => other !== model && isBetter(other, model)).length;
    upper[model] = models.length - models.filter((other) => other !== model && isBetter(model, other)).length;
  }
  return { lower, upper };
}
