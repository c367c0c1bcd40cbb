import type { Engine, EngineCounters } from '@understudy/core';
import { addService } from './add-service.js';

const ZERO = {
  uniqueTokens: 0,
  requestedTokens: 0,
  paddingTokens: 0,
  scoredRows: 0,
  generatedTokens: 0,
  batches: 0,
  nativeMs: 0,
  peakMemoryBytes: 0,
} satisfies EngineCounters;

/** Counters of several engines together: sums, memory included, because they run side by side. */
export async function sumCounters(engines: readonly Engine[]): Promise<EngineCounters> {
  const all = await Promise.all(engines.map((engine) => engine.counters()));
  return all.reduce<EngineCounters>(addCounters, ZERO);
}

function addCounters(a: EngineCounters, b: EngineCounters): EngineCounters {
  const keys = Object.keys(ZERO) as (keyof typeof ZERO)[];
  const sums = Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as typeof ZERO;
  return { ...sums, service: addService(a.service, b.service) };
}
