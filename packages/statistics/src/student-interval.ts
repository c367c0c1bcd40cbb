import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { studentTQuantile } from './student-t.js';

/** An estimate with its standard error, and the number of samples behind it. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  /** At least two. */
  readonly count: number;
}

/**
 * Student's interval of an estimate whose standard error comes from `count` samples: x̄ ± t·s/√n with n − 1 degrees of freedom for
 * a mean. It assumes independent samples and an estimate that is about normal, which holds for n of some thirty on, or for values
 * that are not far from normal themselves. For values that are all 0 or 1 use `wilsonInterval`.
 */
export function studentInterval(
  { estimate, standardError, count }: Estimate,
  confidence = DEFAULT_CONFIDENCE,
): Interval {
  const margin = studentTQuantile(confidence, count - 1) * standardError;
  return { lower: estimate - margin, upper: estimate + margin };
}
