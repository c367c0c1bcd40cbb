import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { tangoBounds, type MatchedPairs } from './tango-bounds.js';

/**
 * Two-sided interval of the difference first − second of two shares of right answers to the same questions, from `tangoBounds`: unlike
 * Student's it has a width where the two never disagree. Undefined without questions.
 */
export function matchedPairsInterval(pairs: MatchedPairs, confidence = DEFAULT_CONFIDENCE): Interval | undefined {
  return pairs.count === 0 ? undefined : tangoBounds(pairs, (1 + confidence) / 2);
}
