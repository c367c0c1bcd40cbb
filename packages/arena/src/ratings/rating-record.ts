import { groupValue } from '../battles/group-value.js';
import type { RatingGroup } from './rate-battles-by.js';
import type { RatedModel, RatingInterval, RatingTable } from './rating-table.js';

/** A table of ratings as data, in the names of the JSON that is printed and sent. A number that is not defined is null. */
export function ratingRecord(table: RatingTable) {
  const { method, votes, connected, ties, gauge, interval, ranks, fit, elo, tieParameter, leftOut, models } = table;
  return {
    method,
    votes,
    connected,
    models: models.map(modelRecord),
    ties,
    gauge,
    interval: intervalRecord(interval),
    ranks: ranks.kind === 'simultaneous' ? { kind: ranks.kind, critical_value: ranks.criticalValue } : ranks,
    ...(fit === undefined
      ? {}
      : {
          fit: {
            iterations: fit.iterations,
            gradient_norm: fit.gradientNorm,
            converged: fit.converged,
            components: fit.components,
            prior: fit.prior ?? null,
          },
        }),
    ...(elo === undefined ? {} : { elo }),
    ...(tieParameter === undefined ? {} : { tie_parameter: tieParameter }),
    both_bad: table.bothBad,
    inconsistent: table.inconsistent,
    left_out: { same_model: leftOut.sameModel, not_blind: leftOut.notBlind, no_verdict: leftOut.noVerdict },
  };
}

/** One record a value of the column. */
export function ratingsByRecord(by: string, groups: readonly RatingGroup[]) {
  return { by, tables: groups.map(groupRecord) };
}

function groupRecord({ value, table, error }: RatingGroup) {
  if (table !== undefined) return { value: groupValue(value), ...ratingRecord(table) };
  return { value: groupValue(value), error: { code: error.code, message: error.message } };
}

function modelRecord(model: RatedModel) {
  const isRated = Number.isFinite(model.rating);
  return {
    model: model.model,
    rating: finite(model.rating),
    standard_error: finite(model.standardError),
    lower: finite(model.lower),
    upper: finite(model.upper),
    rank_lower: isRated ? model.rankLower : null,
    rank_upper: isRated ? model.rankUpper : null,
    votes: model.votes,
    wins: model.wins,
    losses: model.losses,
    ties: model.ties,
    both_bad: model.bothBad,
    inconsistent: model.inconsistent,
  };
}

function intervalRecord(interval: RatingInterval) {
  const { kind, confidence, clusters, degreesOfFreedom, repair, rounds, seed, unconnectedRounds } = interval;
  return {
    kind,
    confidence,
    clusters,
    degrees_of_freedom: finite(degreesOfFreedom),
    repair: repair.kind,
    ...(rounds === undefined ? {} : { rounds, seed }),
    ...(unconnectedRounds === undefined ? {} : { unconnected_rounds: unconnectedRounds }),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
