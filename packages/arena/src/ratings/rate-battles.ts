import { UserError } from '@understudy/core';
import { BOTH_BAD, INCONSISTENT } from '../battles/battle-outcome.js';
import type { BattleTable } from '../battles/battle-table.js';
import { selectJudges } from '../battles/judges-matching.js';
import { checkOptions } from './check-options.js';
import { rateBradleyTerry, rateDavidson } from './rate-fitted.js';
import { rateElo } from './rate-elo.js';
import type { MethodResult, RatingMethodFunction } from './rating-method.js';
import type { RateBattlesOptions, RatingMethod } from './rating-options.js';
import type { RatedModel, RatingTable } from './rating-table.js';
import { voteCounts } from './vote-counts.js';

const METHODS: Readonly<Record<RatingMethod, RatingMethodFunction>> = {
  'bradley-terry': rateBradleyTerry,
  elo: rateElo,
  davidson: rateDavidson,
};

/**
 * Rates the models of battles: votes in, table out. Raises `UserError` for options that the votes do not fit: an anchor, judges or columns
 * that are not there.
 */
export function rateBattles(table: BattleTable, options: RateBattlesOptions = {}): RatingTable {
  return rate(options.judges === undefined ? table : selectJudges(table, options.judges), options);
}

/** `rateBattles` of battles whose judges are chosen. */
export function rate(table: BattleTable, options: RateBattlesOptions): RatingTable {
  const { method = 'bradley-terry', ties = 'half' } = options;
  checkOptions(options);
  if (table.first.length === 0) throw noVotesError(table);
  const result = METHODS[method](table, options);
  const { connected, gauge, interval, ranks, fit, elo, tieParameter } = result;
  return {
    method,
    votes: table.first.length,
    connected,
    ties,
    gauge,
    interval,
    ranks,
    fit,
    elo,
    tieParameter,
    bothBad: table.outcome.filter((code) => code === BOTH_BAD).length,
    inconsistent: table.outcome.filter((code) => code === INCONSISTENT).length,
    leftOut: table.leftOut,
    models: ratedModels(table, result),
  };
}

/** Best first; models that could not be rated last. */
function ratedModels(table: BattleTable, result: MethodResult): readonly RatedModel[] {
  const models = voteCounts(table).map((counts, model) => ({
    // There is a count for each model.
    model: table.models[model]!,
    rating: result.ratings[model]!,
    standardError: result.standardErrors[model]!,
    lower: result.lower[model]!,
    upper: result.upper[model]!,
    rankLower: result.rankLower[model]!,
    rankUpper: result.rankUpper[model]!,
    ...counts,
  }));
  return models.toSorted((one, other) => place(other) - place(one) || (one.model < other.model ? -1 : 1));
}

function place({ rating }: RatedModel): number {
  return Number.isNaN(rating) ? -Infinity : rating;
}

function noVotesError({ leftOut }: BattleTable): UserError {
  return new UserError({
    code: 'ratings-no-votes',
    message: 'Could not rate models: no vote counts.',
    hint: `Left out: ${leftOut.sameModel} of a model against itself, ${leftOut.notBlind} with the names shown, ${leftOut.noVerdict} without a verdict.`,
    values: { ...leftOut },
  });
}
