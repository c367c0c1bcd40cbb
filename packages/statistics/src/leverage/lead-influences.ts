import { FIRST_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { fittedProblem } from '../covariance/fitted-problem.js';
import { solveFactored } from '../linear-algebra/cholesky.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';
import { winProbability } from '../ratings/win-probability.js';

/** The lead of one model over another in a fit. */
export interface Lead {
  readonly fit: BradleyTerryFit;
  readonly first: number;
  readonly challenger: number;
}

/**
 * Of each vote, by how much θ_first − θ_challenger would be less without it, to first order: (o − p)·dᵀH⁻¹(e_first − e_challenger) with d = e_a − e_b
 * (F. R. Hampel, The influence curve, JASA 69, 1974). 0 for a vote that does not count.
 */
export function leadInfluences(comparisons: Comparisons, { fit, first: leader, challenger }: Lead): Float64Array {
  const { problem, factor } = fittedProblem(countPairs(comparisons), fit);
  const place = new Map(Array.from(problem.model, (model, at) => [model, at]));
  const direction = new Float64Array(problem.size);
  direction[place.get(leader)!] = 1;
  direction[place.get(challenger)!] = -1;
  solveFactored(factor, problem.size, direction);
  const { first, second, outcome } = comparisons;
  return Float64Array.from(outcome, (result, vote) => {
    const a = place.get(first[vote]!);
    const b = place.get(second[vote]!);
    if (a === undefined || b === undefined || a === b || (result === TIE && fit.ties === 'drop')) return 0;
    const score = result === TIE ? 0.5 : result === FIRST_WINS ? 1 : 0;
    const lead = (fit.ratings[first[vote]!]! - fit.ratings[second[vote]!]!) / ELO_POINTS;
    return (score - winProbability(lead)) * (direction[a]! - direction[b]!);
  });
}
