import type { z } from '@hono/zod-openapi';
import type { RatedModel } from '@understudy/arena';
import type { ModelVersion } from '@understudy/store';
import type { RatedModel as RatedModelBody } from '../api/ratings/schema.js';
import { share } from '../arena/share.js';
import { finite } from './finite.js';

type Row = z.infer<typeof RatedModelBody>;

/** What stands beside a rating. */
export interface BesideRating {
  readonly known: ReadonlyMap<string, ModelVersion>;
  /** Ratings as if all votes were independent. */
  readonly naive: ReadonlyMap<string, NonNullable<Row['naive']>>;
  readonly elo: ReadonlyMap<string, NonNullable<Row['elo']>>;
  readonly controlled: ReadonlyMap<string, Row['controlled']> | undefined;
  /** USD for 1,000 answers. */
  readonly costs: ReadonlyMap<string, number>;
}

/** A line of the leaderboard. */
export function ratedRow(rated: RatedModel, { known, naive, elo, controlled, costs }: BesideRating): Row {
  const { model, standardError, lower, upper, votes, bothBad } = rated;
  const { rating, rankLower, rankUpper, wins, losses, ties } = rated;
  const { name = model, organisation = null, licence = null, openWeights = null } = known.get(model) ?? {};
  return {
    model,
    name,
    organisation,
    licence,
    openWeights,
    rating,
    standardError: finite(standardError),
    lower: finite(lower),
    upper: finite(upper),
    rankLower,
    rankUpper,
    votes,
    wins,
    losses,
    ties,
    bothBad,
    unacceptable: share(bothBad, votes),
    naive: naive.get(model) ?? null,
    elo: elo.get(model) ?? null,
    controlled: controlled?.get(model) ?? null,
    costPer1000: costs.get(model) ?? null,
  };
}
