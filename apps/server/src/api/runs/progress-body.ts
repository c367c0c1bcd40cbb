import type { RunProgress } from '@understudy/store';
import type { ProgressBody } from './progress-schema.js';

/** How far a run is at a time, in milliseconds since 1970. */
export function progressBody({ session, ...progress }: RunProgress, at: number): ProgressBody {
  if (session === undefined) return { ...progress, at, session: null };
  const { elapsedMs, counters } = session;
  const { uniqueTokens: computedTokens, generatedTokens } = counters;
  return { ...progress, at, session: { elapsedMs, computedTokens, generatedTokens } };
}
