import { wilsonInterval } from '@understudy/statistics';
import type { Measure } from '../api/json.js';

/** A share with its Wilson interval; nothing where there is nothing to share. */
export function share(successes: number, count: number): Measure {
  const interval = wilsonInterval({ successes, count });
  if (interval === undefined) return { value: null, lower: null, upper: null, count: 0 };
  return { value: successes / count, lower: interval.lower, upper: interval.upper, count };
}
