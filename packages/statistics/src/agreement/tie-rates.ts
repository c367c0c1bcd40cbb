import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { wilsonInterval } from '../wilson-interval.js';

/** How often a rater says tie: who always says tie reaches a tie-discounted agreement of at least ½. */
export interface TieRate {
  readonly rater: number;
  /** Items that the rater labelled. */
  readonly count: number;
  readonly ties: number;
  /** ties / count. */
  readonly rate: number;
  /** Wilson's, as if the items were independent. */
  readonly interval: Interval | undefined;
}

/** The tie rates of the raters who labelled anything; row r of `ofRaters` counts the labels of rater r. */
export function tieRates(
  {
    ofRaters,
    labels,
    tie,
  }: { readonly ofRaters: Float64Array; readonly labels: number; readonly tie: number | undefined },
  confidence = DEFAULT_CONFIDENCE,
): readonly TieRate[] {
  return Array.from({ length: ofRaters.length / labels }, (_, rater) => {
    const count = ofRaters.subarray(rater * labels, (rater + 1) * labels).reduce((sum, times) => sum + times, 0);
    const ties = tie === undefined ? 0 : ofRaters[rater * labels + tie]!;
    return { rater, count, ties, rate: ties / count, interval: wilsonInterval({ successes: ties, count }, confidence) };
  }).filter(({ count }) => count > 0);
}
