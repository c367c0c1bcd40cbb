import type { Spread } from './task-speed.js';

/** A median with the least and the most of several rounds, each times a factor; empty where there is nothing. */
export function withSpread(value: Spread | undefined, factor: number): string {
  if (value === undefined) return '';
  const [median = '', min, max] = [value.median, value.min, value.max].map((one) => (one * factor).toFixed(1));
  return min === max ? median : `${median} (${min} to ${max})`;
}
