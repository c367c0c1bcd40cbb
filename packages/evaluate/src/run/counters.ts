import type { Engine, EngineCounters } from '@understudy/core';

const ZERO: EngineCounters = {
  uniqueTokens: 0,
  requestedTokens: 0,
  paddingTokens: 0,
  scoredRows: 0,
  generatedTokens: 0,
  batches: 0,
  nativeMs: 0,
  peakMemoryBytes: 0,
};

/** Counters of several engines together: sums, memory included, because they run side by side. */
export async function sumCounters(engines: readonly Engine[]): Promise<EngineCounters> {
  const all = await Promise.all(engines.map((engine) => engine.counters()));
  return all.reduce(addCounters, ZERO);
}

function addCounters(a: EngineCounters, b: EngineCounters): EngineCounters {
  const keys = Object.keys(ZERO) as (keyof EngineCounters)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as EngineCounters;
}
