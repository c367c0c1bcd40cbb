import type { PythonValue } from '../python/python-value.js';

/** True if two or more choices share the largest log-probability, so that their order decides which one is taken. */
export function isTie(results: readonly PythonValue[]): boolean {
  const values = results.map((result) => (Array.isArray(result) ? (result as readonly PythonValue[])[0] : Number.NaN));
  const largest = Math.max(...values.map(Number));
  return values.filter((value) => value === largest).length > 1;
}
