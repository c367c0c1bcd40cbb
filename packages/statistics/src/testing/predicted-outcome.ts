import { ELO_POINTS } from '../ratings/elo-scale.js';
import { pairOutcome, type PairOutcome } from '../ratings/pair-outcome.js';
import type { RatingFit } from '../ratings/rating-fit.js';

/** What a fit expects of a comparison of two models; Bradley–Terry expects no ties. */
export function predictedOutcome(fit: RatingFit, first: number, second: number): PairOutcome {
  const difference = (fit.ratings[first]! - fit.ratings[second]!) / ELO_POINTS;
  return pairOutcome(difference, fit.method === 'davidson' ? fit.tieParameter : 0);
}
