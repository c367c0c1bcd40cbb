import { FIRST_WINS, TIE } from '../comparisons/comparisons.js';
import { DEFAULT_CONFIDENCE } from '../interval.js';
import { shareOf, type Share } from './position-bias.js';

/** Votes with the lengths of both answers, in columns. */
export interface LengthVotes {
  readonly outcome: ArrayLike<number>;
  /** Lengths of the first and the second answer, in any one unit. */
  readonly firstLength: ArrayLike<number>;
  readonly secondLength: ArrayLike<number>;
}

/**
 * Of the votes that decide between answers of different lengths, the share won by the longer one. It is not all bias: longer answers may be
 * better. What is left when the models' strengths are held fixed is the length coefficient of `controlledRatings`.
 */
export function longerShare(
  { outcome, firstLength, secondLength }: LengthVotes,
  confidence = DEFAULT_CONFIDENCE,
): Share {
  let longer = 0;
  let count = 0;
  for (let vote = 0; vote < outcome.length; vote += 1) {
    const difference = firstLength[vote]! - secondLength[vote]!;
    if (outcome[vote] === TIE || !(Math.abs(difference) > 0)) continue;
    count += 1;
    if ((outcome[vote] === FIRST_WINS) === difference > 0) longer += 1;
  }
  return shareOf({ successes: longer, count }, confidence);
}
