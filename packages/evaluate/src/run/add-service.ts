import type { ServiceCounters } from '@understudy/core';

/** Counters of a server's answers together; undefined where neither comes from a server. */
export function addService(
  a: ServiceCounters | undefined,
  b: ServiceCounters | undefined,
): ServiceCounters | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    answered: a.answered + b.answered,
    failed: a.failed + b.failed,
    retries: a.retries + b.retries,
    rateLimited: a.rateLimited + b.rateLimited,
    cost: a.cost === null || b.cost === null ? (a.cost ?? b.cost) : a.cost + b.cost,
    unpriced: a.unpriced + b.unpriced,
    uncertainCost: a.uncertainCost + b.uncertainCost,
    currency: a.currency ?? b.currency,
    fingerprints: addCounts(a.fingerprints, b.fingerprints),
  };
}

function addCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}
