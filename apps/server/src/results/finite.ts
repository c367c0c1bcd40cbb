import type { Interval } from '@understudy/statistics';
import type { Measure } from '../api/json.js';

/** A number as JSON has it: null for what is not one. */
export function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

/** A value that is estimated, as JSON has it. */
export function measure({
  value,
  interval,
  count,
}: {
  readonly value: number | undefined;
  readonly interval: Interval | undefined;
  readonly count: number;
}): Measure {
  return { value: finite(value), lower: finite(interval?.lower), upper: finite(interval?.upper), count };
}
