import { randomInt } from 'node:crypto';

const DAY_MS = 86_400_000;
/** Four base-36 digits count the day in steps of 51 ms. */
const STEPS = 36 ** 4;

/**
 * An id such as `20261125-a1b2c3`: the day (UTC), the time of day in four base-36 digits, and two random ones. Ids sort
 * by time; the caller draws again should one be taken.
 */
export function newRunId(timeMs: number, random: (max: number) => number = randomInt): string {
  const day = new Date(timeMs).toISOString().slice(0, 10).replaceAll('-', '');
  const step = Math.floor(((timeMs % DAY_MS) / DAY_MS) * STEPS);
  return `${day}-${base36(step, 4)}${base36(random(36 ** 2), 2)}`;
}

function base36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}
