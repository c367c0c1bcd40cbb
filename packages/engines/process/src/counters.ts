import { readFileSync } from 'node:fs';
import type { EngineCounters } from '@understudy/core';

/** The counters that an engine adds to in its process; what the process knows is read when asked for. */
export class Counters {
  uniqueTokens = 0;
  requestedTokens = 0;
  paddingTokens = 0;
  scoredRows = 0;
  generatedTokens = 0;
  batches = 0;
  nativeMs = 0;

  snapshot(): EngineCounters {
    const { uniqueTokens, requestedTokens, paddingTokens, scoredRows, generatedTokens, batches, nativeMs } = this;
    return {
      uniqueTokens,
      requestedTokens,
      paddingTokens,
      scoredRows,
      generatedTokens,
      batches,
      nativeMs,
      peakMemoryBytes: peakMemoryBytes(),
    };
  }
}

/**
 * Peak resident memory of this process, in bytes. Linux counts it anew for each program (`VmHWM`), while `getrusage`, which
 * other systems leave us with, starts from the parent's.
 */
function peakMemoryBytes(): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
