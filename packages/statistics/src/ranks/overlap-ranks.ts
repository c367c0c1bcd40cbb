import type { RatingIntervals } from '../covariance/rating-intervals.js';
import { ranksOf, type RankIntervals } from './rank-intervals.js';

/**
 * Ranks from intervals that do not overlap, as the public Chatbot Arena shows them: the best rank is 1 and the models whose whole interval lies
 * above. It asks more than a test of the difference would, and controls no error over all pairs: `simultaneousRanks` does.
 */
export function overlapRanks({ lower, upper }: RatingIntervals): RankIntervals {
  const rated = Array.from(lower, (value) => !Number.isNaN(value));
  return ranksOf(rated, (a, b) => lower[a]! > upper[b]!);
}
