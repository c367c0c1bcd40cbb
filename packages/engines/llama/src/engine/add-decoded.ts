import type { Counters } from '@understudy/engine-process';
import type { DecodeTotals } from '../context/context.js';

/** Adds what a context decoded. llama.cpp takes batches of any shape, so nothing is padding. */
export function addDecoded(counters: Counters, { tokens, rows, calls, nativeMs }: DecodeTotals): void {
  counters.uniqueTokens += tokens;
  counters.scoredRows += rows;
  counters.batches += calls;
  counters.nativeMs += nativeMs;
}
