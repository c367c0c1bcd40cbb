import { UserError } from '@understudy/core';
import type { Anchor, Gauge } from '@understudy/statistics';
import type { BattleTable } from '../battles/battle-table.js';
import type { RateBattlesOptions } from './rating-options.js';
import type { RatingGauge } from './rating-table.js';

/** The anchor by its number. Raises `UserError` for a model without votes. */
export function anchorOf({ models }: BattleTable, { anchor }: Pick<RateBattlesOptions, 'anchor'>): Anchor | undefined {
  if (anchor === undefined) return undefined;
  const model = models.indexOf(anchor.model);
  if (model !== -1) return { model, rating: anchor.rating };
  throw new UserError({
    code: 'ratings-anchor-unknown',
    message: `Could not rate against ${anchor.model}: there is no vote on it.`,
    hint: `There are ${models.slice(0, 10).join(', ')}${models.length > 10 ? ' …' : ''}.`,
    values: { anchor: anchor.model },
  });
}

/** A gauge with the name of its model. */
export function namedGauge({ models }: BattleTable, gauge: Gauge): RatingGauge {
  return gauge.kind === 'mean' ? gauge : { ...gauge, model: models[gauge.model] ?? '' };
}
