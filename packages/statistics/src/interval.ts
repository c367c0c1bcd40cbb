/** A confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The level of confidence used where none is given. */
export const DEFAULT_CONFIDENCE = 0.95;
