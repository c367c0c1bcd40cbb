import {
  clustersBy,
  comparisonsOf,
  rateBattles,
  type BattleTable,
  type RatingMethod,
  type RatingTable,
} from '@understudy/arena';
import {
  controlledRatings,
  countPairs,
  eloRatings,
  fitBradleyTerry,
  ratingIntervals,
  sandwichCovariance,
  type FeatureColumns,
  type Interval,
  type TieRule,
} from '@understudy/statistics';

/** Votes, and what is made of them. */
export interface RatingsInput {
  readonly table: BattleTable;
  readonly method: RatingMethod;
  readonly ties: TieRule;
  /** Columns in which votes may depend on each other; undefined: those that repeat. */
  readonly cluster: readonly string[] | undefined;
  readonly anchor: { readonly model: string; readonly rating: number } | undefined;
  /** Rounds; 0: the sandwich. */
  readonly bootstrap: number;
  readonly seed: number;
  readonly k: number;
  /** What is controlled for; undefined: nothing. */
  readonly features: FeatureColumns | undefined;
}

/** Ratings and what stands beside them, by model. */
export interface RatingsFigures {
  readonly rated: RatingTable;
  /** As if all votes were independent. */
  readonly naive: ReadonlyMap<string, Interval>;
  /** Online Elo in the order of the votes. */
  readonly elo: ReadonlyMap<string, number>;
  readonly controlled: ControlledFigures | undefined;
}

/** Ratings at equal features. */
export interface ControlledFigures {
  /** Null where the votes say nothing of a model. */
  readonly ratings: ReadonlyMap<string, (Interval & { readonly rating: number }) | null>;
  readonly coefficients: readonly (Interval & { readonly feature: string; readonly value: number })[];
}

/** Intervals as if all votes were independent; none for a method that is no fit. */
function naiveIntervals({ table, method, ties, anchor }: RatingsInput): RatingsFigures['naive'] {
  if (method !== 'bradley-terry') return new Map();
  const counts = countPairs(comparisonsOf(table));
  const at = anchor === undefined ? -1 : table.models.indexOf(anchor.model);
  const fit = fitBradleyTerry(counts, {
    ties,
    ...(anchor && at >= 0 ? { anchor: { model: at, rating: anchor.rating } } : {}),
  });
  const { lower, upper } = ratingIntervals(fit.ratings, sandwichCovariance(counts, fit));
  return new Map(
    table.models.flatMap((model, place) => {
      const interval = { lower: lower[place] ?? Number.NaN, upper: upper[place] ?? Number.NaN };
      return Number.isFinite(interval.lower) && Number.isFinite(interval.upper) ? [[model, interval] as const] : [];
    }),
  );
}

function controlled({ table, ties, features }: RatingsInput): ControlledFigures | undefined {
  if (features === undefined) return undefined;
  const questions = clustersBy(table, 'question_id');
  const clusters = questions === undefined || questions.count < 2 ? undefined : ([questions] as const);
  const result = controlledRatings(comparisonsOf(table), features, { ties, clusters });
  const { lower, upper } = ratingIntervals(result.ratings, result.covariance);
  const byModel = new Map(
    table.models.map((model, at) => {
      const rating = result.ratings[at] ?? Number.NaN;
      const shown = { rating, lower: lower[at] ?? Number.NaN, upper: upper[at] ?? Number.NaN };
      return [model, Number.isFinite(rating) ? shown : null] as const;
    }),
  );
  const coefficients = result.coefficients.map(({ name, estimate, interval }) => ({
    feature: name,
    value: estimate,
    lower: interval.lower,
    upper: interval.upper,
  }));
  return { ratings: byModel, coefficients };
}

function rate({ table, method, ties, cluster, anchor, bootstrap, seed, k }: RatingsInput): RatingTable {
  const options = { method, ties: method === 'davidson' ? undefined : ties, seed, k };
  return rateBattles(table, { ...options, ...(method === 'elo' ? {} : { cluster, bootstrap, anchor }) });
}

/** Rates models. Throws `UserError`, e.g. for an anchor that has no votes. */
export function ratings(input: RatingsInput): RatingsFigures {
  const { table, k } = input;
  const elo = eloRatings(comparisonsOf(table), { k });
  return {
    rated: rate(input),
    naive: naiveIntervals(input),
    elo: new Map(table.models.map((model, at) => [model, elo[at] ?? 0])),
    controlled: controlled(input),
  };
}
