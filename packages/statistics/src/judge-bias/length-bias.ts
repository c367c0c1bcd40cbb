import type { Comparisons } from '../comparisons/comparisons.js';
import { controlledRatings, type ControlOptions } from '../control/controlled-ratings.js';
import { featureColumns } from '../control/feature-columns.js';
import type { Interval } from '../interval.js';
import { ELO_POINTS } from '../ratings/elo-scale.js';
import { longerShare, type LengthVotes } from './longer-share.js';
import type { Share } from './position-bias.js';

/** How far verdicts go with length. */
export interface LengthBias {
  /** Of the verdicts that decide between answers of different lengths, those for the longer one. */
  readonly longer: Share;
  /**
   * Elo points that an answer of twice the length gains while the models' strengths are held fixed; undefined where lengths do not differ, or
   * there are fewer than two votes.
   */
  readonly pointsPerDoubling: { readonly value: number; readonly interval: Interval } | undefined;
}

/**
 * Measures length bias: the plain share, which also counts that longer answers may be better, and the coefficient of the log-ratio of lengths in
 * `controlledRatings`, which compares verdicts on the same two models.
 */
export function lengthBias(
  comparisons: Comparisons,
  lengths: Omit<LengthVotes, 'outcome'>,
  options: Pick<ControlOptions, 'clusters' | 'confidence' | 'ties'> = {},
): LengthBias {
  const { firstLength, secondLength } = lengths;
  const longer = longerShare({ outcome: comparisons.outcome, ...lengths }, options.confidence);
  const features = featureColumns([{ name: 'length', form: 'log-ratio', first: firstLength, second: secondLength }]);
  const unit = features.units[0] ?? 0;
  if (!(unit > 0) || longer.count < 2) return { longer, pointsPerDoubling: undefined };
  const { coefficients } = controlledRatings(comparisons, features, options);
  const { estimate, interval } = coefficients[0]!;
  const scale = (Math.LN2 / unit) * ELO_POINTS;
  return {
    longer,
    pointsPerDoubling: {
      value: estimate * scale,
      interval: { lower: interval.lower * scale, upper: interval.upper * scale },
    },
  };
}
