import type { MeasuredColumn } from '../measurements/measurements.js';

/** Metrics of documents between 0 and 1 that are no plain right or wrong. */
const GRADED_SHARES = new Set(['acc', 'acc_norm', 'exact_match', 'em', 'f1', 'mc1', 'mc2']);

/** What of a column tells whether its values are shares. */
interface Scale extends Pick<MeasuredColumn, 'isProportion' | 'higherIsBetter'> {
  readonly setting: { readonly metric: string };
  readonly measurements: readonly { readonly value: number }[];
}

/**
 * Whether a column's values are shares, 0 to 1, of which more is better: such may be averaged with each other. By some tasks a metric of such
 * a name is a percentage (`f1` of SQuAD 2 in the reference harness), which their values tell.
 */
export function isShare({ isProportion, higherIsBetter, setting, measurements }: Scale): boolean {
  if (higherIsBetter !== true) return false;
  return isProportion || (GRADED_SHARES.has(setting.metric) && measurements.every(({ value }) => value <= 1));
}
