import type { MeasuredColumn } from '../measurements/measurements.js';

/** Metrics of documents between 0 and 1 that are no plain right or wrong. */
const GRADED_SHARES = new Set(['acc', 'acc_norm', 'exact_match', 'em', 'f1', 'mc1', 'mc2']);

/** Whether a column's values are shares, 0 to 1, of which more is better: such may be averaged with each other. */
export function isShare({ isProportion, higherIsBetter, setting }: MeasuredColumn): boolean {
  return higherIsBetter === true && (isProportion || GRADED_SHARES.has(setting.metric));
}
